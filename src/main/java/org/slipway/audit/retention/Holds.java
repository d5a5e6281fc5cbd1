package org.slipway.audit.retention;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slipway.access.Operation;
import org.slipway.access.Rights;
import org.slipway.audit.EntryKind;
import org.slipway.audit.Journal;
import org.slipway.release.LegalHold;
import org.slipway.release.LegalHolds;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts releases under legal hold and frees them, for those who manage retention; the journal tells why. */
@Service
class Holds {

    private final LegalHolds holds;
    private final Journal journal;
    private final Rights rights;

    Holds(LegalHolds holds, Journal journal, Rights rights) {
        this.holds = holds;
        this.journal = journal;
        this.rights = rights;
    }

    /** @param held whether the release is under legal hold; the rest tells by whom, since when and why */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record State(
            String release,
            boolean held,
            @Nullable Instant since,
            @Nullable String by,
            @Nullable String reason) {

        static State of(String release, @Nullable LegalHold hold) {
            return hold == null
                    ? new State(release, false, null, null, null)
                    : new State(release, true, hold.since(), hold.by(), hold.reason());
        }
    }

    @Transactional(readOnly = true)
    public State of(String release) {
        return State.of(release, holds.of(release).orElse(null));
    }

    /** Needs {@link Operation#MANAGE_RETENTION}. Refuses with {@code release-held} one that is held already. */
    @Transactional
    public State place(String release, String reason) {
        rights.require(Operation.MANAGE_RETENTION);
        State state = State.of(release, holds.place(release, reason));
        journal.record(EntryKind.HOLD, release, release, Map.of("held", true, "reason", reason));
        return state;
    }

    /** Needs {@link Operation#MANAGE_RETENTION}. Refuses with {@code release-not-held} one that is not. */
    @Transactional
    public State lift(String release, String reason) {
        rights.require(Operation.MANAGE_RETENTION);
        holds.lift(release);
        journal.record(EntryKind.HOLD, release, release, Map.of("held", false, "reason", reason));
        return State.of(release, null);
    }
}
