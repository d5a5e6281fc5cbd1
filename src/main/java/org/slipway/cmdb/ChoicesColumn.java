package org.slipway.cmdb;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** The choices of an attribute, one a line. */
@Converter
@Immutable
class ChoicesColumn implements AttributeConverter<List<String>, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable List<String> choices) {
        return choices == null || choices.isEmpty() ? null : String.join("\n", choices);
    }

    @Override
    public @Nullable List<String> convertToEntityAttribute(@Nullable String text) {
        return text == null ? null : text.lines().toList();
    }
}
