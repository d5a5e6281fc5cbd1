package org.slipway.release;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.slipway.shared.WrongState;

/** Where a release stands (src/docs/domain.md, Lifecycle and statuses). */
public enum ReleaseStatus {
    REGISTERED,
    PLANNED,
    APPROVED,
    IN_EXECUTION,
    EXECUTED,
    SOLVED,
    CLOSED,
    CONCLUDED,
    NOT_SOLVED,
    REJECTED,
    SUSPENDED,
    CANCELLED,
    REOPENED;

    private static final Set<ReleaseStatus> ENDED = EnumSet.of(CONCLUDED, REJECTED, CANCELLED);
    private static final Set<ReleaseStatus> SUSPENDABLE =
            EnumSet.of(REGISTERED, PLANNED, APPROVED, IN_EXECUTION, EXECUTED, NOT_SOLVED, REOPENED);

    /** Nothing more happens to it unless it is reopened. */
    public boolean isEnded() {
        return ENDED.contains(this);
    }

    /** Work may be put on hold; a solved release waits only for its requester and may not. */
    public boolean isSuspendable() {
        return SUSPENDABLE.contains(this);
    }

    /** Refuses a move with {@code transition-not-legal} from any status but these. */
    void require(String move, ReleaseStatus... allowed) {
        if (!List.of(allowed).contains(this)) {
            throw new WrongState("transition-not-legal", null, move, this);
        }
    }
}
