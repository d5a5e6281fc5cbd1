package org.slipway.reporting.rights;

import org.jspecify.annotations.Nullable;
import org.slipway.release.OccurrenceCategory;
import org.slipway.release.ReleaseInterruptions;

/** The rules that somebody with the right to do so may go against, if he says why; and how histories tell of it. */
enum OverriddenRule {
    /** A deployment does not begin before its window opens. */
    EARLY_START(OccurrenceCategory.SCHEDULING, ReleaseInterruptions.EARLY_START),
    /** What has ended is not changed any more. */
    REOPENING(OccurrenceCategory.REOPENING, null);

    private final OccurrenceCategory category;
    private final @Nullable String decision;

    /** @param decision only lines with it, where the category tells of other things as well */
    OverriddenRule(OccurrenceCategory category, @Nullable String decision) {
        this.category = category;
        this.decision = decision;
    }

    OccurrenceCategory category() {
        return category;
    }

    @Nullable
    String decision() {
        return decision;
    }
}
