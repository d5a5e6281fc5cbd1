package org.slipway.link;

/** Where a change stands in the tool that manages it. */
public enum ChangeStatus {
    REGISTERED,
    PROPOSED,
    APPROVED,
    PLANNED,
    IN_EXECUTION,
    EXECUTED,
    SUSPENDED,
    CANCELLED,
    REJECTED,
    SOLVED,
    REOPENED,
    CONCLUDED;

    /** Whether a release may bundle a change that stands here: not before it is proposed, and not when it is given up. */
    public boolean isLinkable() {
        return this != REGISTERED && this != CANCELLED;
    }
}
