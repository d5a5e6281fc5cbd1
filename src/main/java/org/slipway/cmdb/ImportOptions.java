package org.slipway.cmdb;

import org.jspecify.annotations.Nullable;
import org.slipway.shared.Malformed;

/**
 * How an import is meant.
 *
 * @param dryRun   says what would be done and does nothing
 * @param source   the system that the files come from; what it brings belongs to it
 * @param complete the files hold all that the source has, so that what it brought once and has no longer is retired
 */
public record ImportOptions(boolean dryRun, @Nullable String source, boolean complete) {

    /** Takes in what is there and retires nothing. */
    public static final ImportOptions PLAIN = new ImportOptions(false, null, false);

    public ImportOptions {
        source = source == null || source.isBlank() ? null : source.strip();
    }

    /** Refuses with {@code import-source-required} to be complete without saying whose. */
    void check() {
        if (complete && source == null) {
            throw new Malformed("import-source-required", "source");
        }
    }
}
