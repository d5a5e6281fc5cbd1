package org.slipway.release;

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
    MEMO
}
