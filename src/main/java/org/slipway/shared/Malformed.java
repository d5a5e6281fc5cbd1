package org.slipway.shared;

import org.jspecify.annotations.Nullable;

/** A value is missing, too long, of the wrong form or names nothing known (HTTP 400). */
public class Malformed extends Refusal {

    public Malformed(String code, @Nullable String field, Object... arguments) {
        super(code, field, arguments);
    }
}
