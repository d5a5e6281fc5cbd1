package org.slipway.release;

/** The part of the lifecycle in which a release is. */
public enum Phase {
    PLANNING,
    DEPLOYMENT,
    /** Deployed; the requester accepts or refuses. */
    CLOSURE
}
