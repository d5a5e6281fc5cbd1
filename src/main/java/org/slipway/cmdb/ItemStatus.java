package org.slipway.cmdb;

/** The state of a configuration item. */
public enum ItemStatus {
    ACTIVATED,
    DEACTIVATED,
    IN_MAINTENANCE,
    /** Something new is being brought onto it. */
    DEPLOYMENT,
    HOMOLOGATION,
    IN_DEVELOPMENT,
    ARCHIVED,
    /** A release has taken it to production; somebody must verify it there. */
    VALIDATE_ITEM,
    /** Gone for good: nothing about it can be changed any more. */
    DESTROYED;

    /** Whether an item counts, for others and in the pools that they need, unless it has come to its end. */
    public boolean isInUse() {
        return this != DEACTIVATED && this != ARCHIVED && this != DESTROYED;
    }
}
