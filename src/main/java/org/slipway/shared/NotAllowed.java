package org.slipway.shared;

import org.jspecify.annotations.Nullable;

/** The person lacks the right for the command (HTTP 403). */
public class NotAllowed extends Refusal {

    public NotAllowed(String code, @Nullable String field, Object... arguments) {
        super(code, field, arguments);
    }
}
