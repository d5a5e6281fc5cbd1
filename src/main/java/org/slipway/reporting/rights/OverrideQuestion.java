package org.slipway.reporting.rights;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which overrides are wanted.
 *
 * @param person a login name
 * @param from   not before
 * @param to     before
 */
record OverrideQuestion(
        @Nullable String person,
        @Nullable OverriddenRule rule,
        @Nullable Instant from,
        @Nullable Instant to) {

    List<OverriddenRule> rules() {
        return rule == null ? List.of(OverriddenRule.values()) : List.of(rule);
    }
}
