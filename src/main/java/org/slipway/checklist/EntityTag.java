package org.slipway.checklist;

import org.jspecify.annotations.Nullable;

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
}
