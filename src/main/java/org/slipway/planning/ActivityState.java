package org.slipway.planning;

/** The column of the board in which an activity stands. */
public enum ActivityState {
    TODO,
    /** Somebody has claimed its task. */
    DOING,
    DONE,
    /** The release ended before it was done. */
    CANCELLED
}
