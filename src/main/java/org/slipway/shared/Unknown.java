package org.slipway.shared;

import org.jspecify.annotations.Nullable;

/** What the command addresses does not exist (HTTP 404). */
public class Unknown extends Refusal {

    public Unknown(String code, @Nullable String field, Object... arguments) {
        super(code, field, arguments);
    }
}
