package org.slipway.portfolio;

/** Which phase of a release a flow carries out. */
public enum FlowKind {
    /** From a registered release to an approved, sent back or rejected one. */
    PLANNING,
    /** From an approved release to a solved one, or back to planning. */
    DEPLOYMENT
}
