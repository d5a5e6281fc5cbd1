package org.slipway.reporting;

/** Where an activity stands on the board. */
public enum BoardColumn {
    /** Nobody holds its task. */
    TODO,
    /** Somebody holds its task. */
    DOING,
    /** It is done, within the days that the board looks back. */
    DONE
}
