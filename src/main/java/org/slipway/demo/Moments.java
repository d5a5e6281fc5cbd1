package org.slipway.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The times of the demo, which plays around the moment at which it is set up. */
record Moments(Instant start, LocalDate today) {

    static Moments of(Clock clock) {
        return new Moments(clock.instant().truncatedTo(ChronoUnit.MINUTES), LocalDate.now(clock));
    }

    /** What is an hour or more away begins on the hour, as people plan. */
    Instant after(Duration duration) {
        Instant moment = start.plus(duration);
        return duration.toHours() == 0 ? moment : moment.truncatedTo(ChronoUnit.HOURS);
    }
}
