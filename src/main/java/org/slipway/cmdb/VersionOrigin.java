package org.slipway.cmdb;

/** What made a version of a configuration item. */
public enum VersionOrigin {
    /** A person, by hand. */
    MANUAL,
    IMPORT,
    /** A release took effect on it. */
    RELEASE_DEPLOYED,
    /** A release was concluded and promoted it. */
    RELEASE_CONCLUDED,
    /** A deployment was taken back. */
    BACKED_OUT,
    /** A release was cancelled after it had taken effect. */
    CANCELLED,
    /** A release was rejected that had been reopened, or had taken effect before. */
    REJECTED,
    /** A concluded release was reopened. */
    REOPENED,
    /** Somebody went back to a baseline. */
    RESTORED
}
