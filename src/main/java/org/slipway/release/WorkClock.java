package org.slipway.release;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slipway.calendar.WorkingTime;

/**
 * The clock of one cycle of a release, in working time of the model's calendar (src/docs/domain.md, Clocks): it runs
 * from registration or reopening, stands still while the release is suspended, and stops at the end. The term is the
 * working time from its start to the deadline; the delay is what it has run past the deadline. So at any moment
 * {@code elapsed - term = delay}, or there is no delay.
 */
@Embeddable
public class WorkClock {

    @Column(name = "clock_start")
    private Instant start;

    @Column(name = "clock_running_since")
    private @Nullable Instant runningSince;

    @Column(name = "suspended_at")
    private @Nullable Instant suspendedAt;

    @Column(name = "reactivated_at")
    private @Nullable Instant reactivatedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "captured_at")
    private @Nullable Instant capturedAt;

    private Instant deadline;

    @Column(name = "term_minutes")
    private long termMinutes;

    @Column(name = "elapsed_seconds")
    private long elapsedSeconds;

    @Column(name = "suspended_seconds")
    private long suspendedSeconds;

    @Column(name = "capture_minutes")
    private @Nullable Long captureMinutes;

    protected WorkClock() {}

    static WorkClock started(Instant at, Instant deadline, WorkingTime time) {
        WorkClock clock = new WorkClock();
        clock.start = at;
        clock.runningSince = at;
        clock.deadline = deadline;
        clock.termMinutes = time.minutesBetween(at, deadline);
        return clock;
    }

    void suspend(Instant at, WorkingTime time) {
        elapsedSeconds = elapsed(at, time).toSeconds();
        runningSince = null;
        suspendedAt = at;
        reactivatedAt = null;
    }

    /** @return the working time for which it stood still, by which the deadline has moved */
    Duration resume(Instant at, WorkingTime time) {
        Duration still = suspendedAt == null ? Duration.ZERO : time.between(suspendedAt, at);
        suspendedSeconds += still.toSeconds();
        deadline = time.add(deadline, still);
        runningSince = at;
        suspendedAt = null;
        reactivatedAt = at;
        return still;
    }

    void stop(Instant at, WorkingTime time) {
        elapsedSeconds = elapsed(at, time).toSeconds();
        runningSince = null;
        endedAt = suspendedAt == null ? at : suspendedAt;
    }

    void capture(Instant at, WorkingTime time) {
        if (capturedAt == null) {
            capturedAt = at;
            captureMinutes = time.minutesBetween(start, at);
        }
    }

    /** The deployment window ends at another time; what was spent suspended is given back after it all the same. */
    void moveDeadline(Instant windowEnd, WorkingTime time) {
        deadline = time.add(windowEnd, suspended());
        termMinutes = time.minutesBetween(start, windowEnd);
    }

    /** Working time for which the clock has run. */
    public Duration elapsed(Instant now, WorkingTime time) {
        Duration before = Duration.ofSeconds(elapsedSeconds);
        return runningSince == null ? before : before.plus(time.between(runningSince, now));
    }

    /** Working minutes past the deadline; 0 while in time; frozen while suspended and after the end. */
    public long delay(Instant now, WorkingTime time) {
        Instant until = endedAt != null ? endedAt : suspendedAt != null ? suspendedAt : now;
        return time.minutesBetween(deadline, until);
    }

    public Instant start() {
        return start;
    }

    public Instant deadline() {
        return deadline;
    }

    public long termMinutes() {
        return termMinutes;
    }

    /** Working time for which the clock stood still in this cycle. */
    public Duration suspended() {
        return Duration.ofSeconds(suspendedSeconds);
    }

    public @Nullable Instant suspendedAt() {
        return suspendedAt;
    }

    public @Nullable Instant reactivatedAt() {
        return reactivatedAt;
    }

    public @Nullable Instant endedAt() {
        return endedAt;
    }

    public @Nullable Instant capturedAt() {
        return capturedAt;
    }

    public @Nullable Long captureMinutes() {
        return captureMinutes;
    }
}
