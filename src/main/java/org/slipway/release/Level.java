package org.slipway.release;

/** The three steps on which impact, urgency and risk are judged. */
public enum Level {
    LOW,
    MEDIUM,
    HIGH
}
