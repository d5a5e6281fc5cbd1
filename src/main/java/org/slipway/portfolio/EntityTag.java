package org.slipway.portfolio;

import org.jspecify.annotations.Nullable;
import org.slipway.shared.WrongState;

/** The revision of a record as HTTP names it. */
final class EntityTag {

    private EntityTag() {}

    static String of(int revision) {
        return "\"" + revision + "\"";
    }

    /** None when the caller does not care. */
    static @Nullable String revision(@Nullable String ifMatch) {
        return ifMatch == null || ifMatch.equals("*") ? null : ifMatch.replaceAll("^W/|\"", "");
    }

    /** Refuses with {@code concurrent-change} a caller who has seen another revision. */
    static void require(int revision, @Nullable String seen) {
        if (seen != null && !seen.equals(String.valueOf(revision))) {
            throw new WrongState("concurrent-change", null);
        }
    }
}
