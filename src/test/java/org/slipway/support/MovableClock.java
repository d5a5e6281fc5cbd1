package org.slipway.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;

/**
 * The clock of the application under test. It runs with the machine until it is moved or stopped, and the engine's own
 * clock, by which timers fall due, goes in step. {@link SlipwayTest} sets it right again after each test.
 */
public class MovableClock extends Clock {

    private volatile Duration ahead = Duration.ZERO;
    private volatile @Nullable Instant stoppedAt;

    @Override
    public Instant instant() {
        Instant stopped = stoppedAt;
        return stopped == null ? Instant.now().plus(ahead) : stopped;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }

    /** Moves on (or back, when negative) by a duration; a stopped clock stays stopped, at the new time. */
    public void advance(Duration duration) {
        Instant stopped = stoppedAt;
        if (stopped == null) {
            ahead = ahead.plus(duration);
            ClockUtil.offset(ahead.toMillis());
        } else {
            stopAt(stopped.plus(duration));
        }
    }

    /** Stands still at a moment until it is moved or set right. */
    public void stopAt(Instant moment) {
        stoppedAt = moment;
        ClockUtil.setCurrentTime(Date.from(moment));
    }

    /** Runs with the machine again. */
    public void reset() {
        stoppedAt = null;
        ahead = Duration.ZERO;
        ClockUtil.reset();
    }
}
