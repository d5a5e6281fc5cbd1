package org.slipway.shared;

import org.jspecify.annotations.Nullable;

/** A named rule of the domain refuses a well-formed command (HTTP 422). */
public class BusinessRuleViolated extends Refusal {

    public BusinessRuleViolated(String code, @Nullable String field, Object... arguments) {
        super(code, field, arguments);
    }
}
