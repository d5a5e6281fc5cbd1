package org.slipway.release.policy;

/** The moves of a release at which rooms may refuse. */
public enum Transition {
    REGISTER,
    PLAN,
    /** Enough approvers want the plan. */
    APPROVE,
    AUTHORISE,
    /** The execution succeeded. */
    EXECUTE,
    /** The test succeeded. */
    TEST,
    SOLVE,
    CONCLUDE,
    CANCEL;

    /** Whether the move brings the release nearer to its conclusion; failing and giving up do not. */
    public boolean isForward() {
        return this != REGISTER && this != CANCEL;
    }
}
