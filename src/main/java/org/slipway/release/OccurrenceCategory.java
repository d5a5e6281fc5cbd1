package org.slipway.release;

import java.util.EnumSet;
import java.util.Set;

/** What kind of thing an occurrence in a release's history tells of (src/docs/domain.md, Occurrences). */
public enum OccurrenceCategory {
    CREATION,
    UPDATE,
    EXECUTION,
    APPROVAL,
    STATUS,
    SCHEDULING,
    SUSPENSION,
    REACTIVATION,
    CANCELLATION,
    REOPENING,
    CLOSING,
    CAPTURE,
    SHARING,
    DIRECTION,
    LINK,
    CONFIGURATION_ITEM,
    CHECKLIST,
    IMPACT,
    BACK_OUT,
    ESCALATION,
    MEMO;

    private static final Set<OccurrenceCategory> TOLD_BY_THE_SYSTEM =
            EnumSet.of(UPDATE, SHARING, DIRECTION, LINK, CONFIGURATION_ITEM);

    /**
     * Whether the system itself writes the text of such lines, from what it was told: to whom, by whom, from what to what. Only
     * such texts can be erased; what people write stays.
     */
    public boolean isToldByTheSystem() {
        return TOLD_BY_THE_SYSTEM.contains(this);
    }
}
