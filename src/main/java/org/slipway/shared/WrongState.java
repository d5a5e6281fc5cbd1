package org.slipway.shared;

import org.jspecify.annotations.Nullable;

/** The command does not fit the present state, or someone else was quicker (HTTP 409). */
public class WrongState extends Refusal {

    public WrongState(String code, @Nullable String field, Object... arguments) {
        super(code, field, arguments);
    }

    /**
     * Refuses with {@code concurrent-change} a caller who has seen another revision than there is now.
     *
     * @param ifMatch the header; none, or {@code *}, when he does not care
     */
    public static void requireSeen(String revision, @Nullable String ifMatch) {
        if (ifMatch != null
                && !ifMatch.equals("*")
                && !ifMatch.replaceAll("^W/|\"", "").equals(revision)) {
            throw new WrongState("concurrent-change", null);
        }
    }
}
