package org.slipway.reporting;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slipway.release.Phase;
import org.slipway.release.ReleaseStatus;

/**
 * An activity as the board shows it.
 *
 * @param task         the open task through which it is worked on; none once it is done, or while it cannot be worked on
 * @param person       who holds it or has done it
 * @param dueMinutes   until it is due; below zero when it is overdue, 0 once it is done
 * @param minutesSpent once it is done
 * @param suspended    whether its release is on hold, so that nobody can move it
 * @param mine         whether the person who asks holds it
 * @param offered      whether its task is offered to the person who asks, by name or by a group
 */
public record BoardCard(
        UUID id,
        BoardColumn column,
        String title,
        @Nullable String description,
        String group,
        @Nullable String task,
        @Nullable String person,
        Phase phase,
        Instant due,
        long dueMinutes,
        int estimatedMinutes,
        @Nullable Integer minutesSpent,
        @Nullable Instant finishedAt,
        String release,
        String releaseTitle,
        ReleaseStatus releaseStatus,
        int priority,
        boolean suspended,
        boolean mine,
        boolean offered) {

    public boolean isDone() {
        return column == BoardColumn.DONE;
    }

    public boolean isOverdue() {
        return !isDone() && dueMinutes < 0;
    }

    /** Whether it is due within a day, and not yet overdue. */
    public boolean isDueSoon() {
        return !isDone() && dueMinutes >= 0 && dueMinutes < 24 * 60;
    }

    /** Whether the person who asks may take it or finish it now, as far as the board knows. */
    public boolean isMovable() {
        return task != null && !suspended && (mine || person == null && offered);
    }

    /** Whether somebody, whoever, holds its task and could give it back. */
    public boolean isHeld() {
        return task != null && !suspended && person != null;
    }
}
