package org.slipway.reporting;

import java.time.Instant;
import org.slipway.release.ReleaseStatus;

/** How a release stands, at a glance; every release is in exactly one (src/docs/domain.md, Search). */
public enum ReleaseSituation {
    /** Not ended, not suspended, its deadline still ahead. */
    IN_PROGRESS,
    /** Suspended, whether its deadline has passed or not. */
    SUSPENDED,
    /** Not ended, not suspended, and its deadline has passed. */
    DELAYED,
    /** Concluded, rejected or cancelled. */
    ENDED;

    static ReleaseSituation of(ReleaseStatus status, Instant deadline, Instant now) {
        if (status.isEnded()) {
            return ENDED;
        }
        if (status == ReleaseStatus.SUSPENDED) {
            return SUSPENDED;
        }
        return deadline.isBefore(now) ? DELAYED : IN_PROGRESS;
    }

    /** The same as SQL over {@code release_record r}, with the moment {@code :now}. */
    String condition() {
        return switch (this) {
            case IN_PROGRESS -> "(r.ended_at is null and r.status <> 'SUSPENDED' and r.deadline >= :now)";
            case SUSPENDED -> "(r.ended_at is null and r.status = 'SUSPENDED')";
            case DELAYED -> "(r.ended_at is null and r.status <> 'SUSPENDED' and r.deadline < :now)";
            case ENDED -> "r.ended_at is not null";
        };
    }
}
