package org.slipway.release;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import org.slipway.shared.BusinessRuleViolated;
import org.slipway.shared.Malformed;

/** The time planned for one phase, from its start to its end. */
@Embeddable
public record Window(
        @Column(name = "window_start") @NotNull Instant start,
        @Column(name = "window_end") @NotNull Instant end) {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final int FARTHEST_YEARS = 10;
    private static final Duration FARTHEST = Duration.ofDays(FARTHEST_YEARS * 366L);

    /** Whether nobody can move a window any more: once the plan is approved, and while the release is suspended. */
    public static boolean isLocked(Phase phase, ReleaseStatus status) {
        return phase != Phase.PLANNING || status == ReleaseStatus.PLANNED || status == ReleaseStatus.SUSPENDED;
    }

    boolean isOpen(Instant now) {
        return !start.isAfter(now);
    }

    /** Refuses with {@code window-order} a window that ends before it starts. */
    void requireOrder(String field) {
        if (end.isBefore(start)) {
            throw new BusinessRuleViolated("window-order", field + ".end");
        }
    }

    /** Refuses with {@code window-far} what nobody plans and every clock would have to count to: more than ten years ahead. */
    void requireNear(String field, Instant now) {
        Instant farthest = now.plus(FARTHEST);
        if (start.isAfter(farthest) || end.isAfter(farthest)) {
            throw new Malformed("window-far", field + (start.isAfter(farthest) ? ".start" : ".end"), FARTHEST_YEARS);
        }
    }

    /**
     * Refuses with {@code window-past} a window that starts or ends before now. A start that was now a few minutes ago
     * passes: clocks differ, and a form takes time.
     */
    void requireAhead(String field, Instant now) {
        if (start.isBefore(now.minus(TOLERANCE))) {
            throw new BusinessRuleViolated("window-past", field + ".start");
        }
        if (end.isBefore(now.minus(TOLERANCE))) {
            throw new BusinessRuleViolated("window-past", field + ".end");
        }
    }

    Window startingAt(Instant newStart) {
        return new Window(newStart, newStart.plus(Duration.between(start, end)));
    }
}
