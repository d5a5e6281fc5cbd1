package org.slipway.reporting.rights;

import org.jspecify.annotations.Nullable;

/**
 * Whose rights are wanted.
 *
 * @param person    a login name
 * @param text      part of a login name or of a name, whatever its case
 * @param operation an operation or a power over the engine
 */
record RightsQuestion(
        @Nullable String person,
        @Nullable String text,
        @Nullable String operation) {

    String words() {
        return text == null ? "" : text;
    }
}
