package org.slipway.reporting.rights;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody went against a rule, as he may, and why.
 *
 * @param sequence      the line of the release's history that tells of it
 * @param name          of the person; his login name where nobody is called so any more
 * @param justification what he said; none once it was erased
 */
record RuleOverride(
        UUID id,
        String release,
        int sequence,
        int cycle,
        Instant at,
        String person,
        String name,
        OverriddenRule rule,
        @Nullable String justification) {}
