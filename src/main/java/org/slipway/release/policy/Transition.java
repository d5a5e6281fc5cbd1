package org.slipway.release.policy;

/** The moves of a release at which rooms may refuse. */
public enum Transition {
    REGISTER,
    PLAN,
    AUTHORISE,
    EXECUTE,
    SOLVE,
    CONCLUDE,
    CANCEL
}
