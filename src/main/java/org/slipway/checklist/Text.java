package org.slipway.checklist;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A text in the languages of Slipway; who reads a language that it is not written in gets English.
 *
 * @param pt Brazilian Portuguese
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Text(
        @NotBlank @Size(max = MOST) String en,
        @Size(max = MOST) @Nullable String es,
        @Size(max = MOST) @Nullable String pt) {

    private static final int MOST = 1_000;

    public String in(Locale language) {
        String own = switch (language.getLanguage()) {
            case "es" -> es;
            case "pt" -> pt;
            default -> en;
        };
        return own == null || own.isBlank() ? en : own;
    }
}
