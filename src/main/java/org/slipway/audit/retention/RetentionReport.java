package org.slipway.audit.retention;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slipway.access.Operation;
import org.slipway.access.Rights;
import org.slipway.audit.EntryKind;
import org.slipway.release.LegalHolds;
import org.slipway.release.LifecycleHistory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is kept for how long, what goes next, and which releases are held. */
@Service
class RetentionReport {

    /** Counting ends here: what is overdue by so much is known well enough. */
    private static final int MOST = 10_000;

    private static final int MOST_HELD = 200;

    private final Periods periods;
    private final Fading fading;
    private final LifecycleHistory lifecycles;
    private final LegalHolds holds;
    private final Rights rights;
    private final Clock clock;

    RetentionReport(
            Periods periods, Fading fading, LifecycleHistory lifecycles, LegalHolds holds, Rights rights, Clock clock) {
        this.periods = periods;
        this.fading = fading;
        this.lifecycles = lifecycles;
        this.holds = holds;
        this.rights = rights;
        this.clock = clock;
    }

    /** @param held numbers of releases under legal hold, at most two hundred */
    record Report(List<Kept> kinds, List<String> held) {}

    /** What is kept. */
    enum Kind {
        /** Records of releases, their histories, documents and links: for good. */
        RECORDS,
        /** What the engine remembers of ended lifecycles; removed by its clean-up. */
        ENGINE_HISTORY,
        /** What entries of the journal tell of changes, operations, exports, verifications, holds and erasures. */
        JOURNAL,
        /** What entries tell of what was read and refused. */
        READINGS
    }

    /**
     * @param period in days, as ISO 8601 writes them; none of what stays for good
     * @param due    how much is older than that and goes the next time, counted up to ten thousand
     * @param next   when the oldest of the rest is that old
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Kept(
            Kind kind,
            @Nullable Period period,
            @Nullable Integer due,
            @Nullable Instant next) {}

    /** For those who audit, and those who manage retention. */
    @Transactional(readOnly = true)
    public Report report() {
        if (!rights.mayI(Operation.AUDIT, Rights.ANY_MODEL)) {
            rights.require(Operation.MANAGE_RETENTION);
        }
        Instant now = clock.instant();
        LifecycleHistory.Due engine = lifecycles.due(now, MOST);
        return new Report(
                List.of(
                        new Kept(Kind.RECORDS, null, null, null),
                        new Kept(Kind.ENGINE_HISTORY, periods.engineHistory(), engine.count(), engine.next()),
                        entries(Kind.JOURNAL, periods.journal(), Periods.otherKinds(), now),
                        entries(Kind.READINGS, periods.readings(), Periods.readingKinds(), now)),
                holds.numbers(MOST_HELD));
    }

    private Kept entries(Kind kind, Period period, List<EntryKind> kinds, Instant now) {
        Instant limit = now.minus(period);
        int due = fading.due(limit, kinds, MOST);
        Instant oldest = due > 0 ? null : fading.oldest(now, kinds);
        return new Kept(kind, period, due, oldest == null ? null : oldest.plus(period));
    }
}
