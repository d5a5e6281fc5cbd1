package org.slipway.shared;

import org.jspecify.annotations.Nullable;

/** The command does not fit the present state, or someone else was quicker (HTTP 409). */
public class WrongState extends Refusal {

    public WrongState(String code, @Nullable String field, Object... arguments) {
        super(code, field, arguments);
    }
}
