package org.slipway.cmdb;

import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that items of a class have besides what every item has.
 *
 * @param name     under which its value stands among an item's attributes; its case does not matter when it is read
 * @param required whether an item of the class must have a value
 * @param choices  the values allowed, for {@link Type#CHOICE}
 */
@Embeddable
public record ItemAttribute(
        @NotBlank @Size(max = 100) String name,
        @NotNull @Enumerated(EnumType.STRING) Type type,
        boolean required,

        @Nullable @Size(max = 50) @Convert(converter = ChoicesColumn.class)
        List<@NotBlank @Size(max = 70) String> choices) {

    /** What the values of an attribute look like. */
    public enum Type {
        TEXT,
        NUMBER,
        /** {@code true} or {@code false}. */
        BOOLEAN,
        /** As ISO 8601 writes it: 2026-12-31. */
        DATE,
        CHOICE
    }

    boolean allows(String value) {
        return switch (type) {
            case TEXT -> true;
            case NUMBER -> isNumber(value);
            case BOOLEAN -> value.equals("true") || value.equals("false");
            case DATE -> isDate(value);
            case CHOICE -> choices != null && choices.contains(value);
        };
    }

    private static boolean isNumber(String value) {
        try {
            return new BigDecimal(value).precision() > 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isDate(String value) {
        try {
            return LocalDate.parse(value).toString().equals(value);
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
