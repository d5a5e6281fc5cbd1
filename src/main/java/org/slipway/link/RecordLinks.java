package org.slipway.link;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.slipway.access.CurrentUser;
import org.slipway.link.record.ForeignRecord;
import org.slipway.link.record.ForeignRecords;
import org.slipway.link.record.RecordDraft;
import org.slipway.link.record.RecordKind;
import org.slipway.release.Releases;
import org.slipway.shared.Slice;
import org.slipway.shared.Unknown;
import org.slipway.shared.WrongState;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The problems, tickets, knowledge articles, purchases and projects that a release refers to. */
@Service
@Transactional
public class RecordLinks {

    private final Releases releases;
    private final ForeignRecords records;
    private final LinkRepository links;
    private final LinkRules rules;
    private final LinkHistory history;
    private final EntityManager entityManager;
    private final CurrentUser currentUser;
    private final Clock clock;

    RecordLinks(
            Releases releases,
            ForeignRecords records,
            LinkRepository links,
            LinkRules rules,
            LinkHistory history,
            EntityManager entityManager,
            CurrentUser currentUser,
            Clock clock) {
        this.releases = releases;
        this.records = records;
        this.links = links;
        this.rules = rules;
        this.history = history;
        this.entityManager = entityManager;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** In the order of their numbers. */
    @Transactional(readOnly = true)
    public Slice<ForeignRecord> list(String release, RecordKind kind, @Nullable String after, int limit) {
        releases.get(release);
        return Slice.of(
                links.records(release, kind, after == null ? "" : after, Limit.of(limit + 1)),
                limit,
                ForeignRecord::number);
    }

    /**
     * Links a record; a problem, article or project with a title is registered if nobody has yet. Refuses a number that is
     * not registered, such as {@code ticket-unknown}, {@code already-linked}, and {@code purchase-not-linkable} for one
     * whose item is not on its way.
     */
    public ForeignRecord add(String release, RecordKind kind, RecordDraft draft) {
        rules.lockForEditing(release);
        ForeignRecord record = records.obtain(kind, draft);
        String number = record.number();
        if (links.record(release, kind, number).isPresent()) {
            throw new WrongState("already-linked", "number", number);
        }
        LinkRules.requireLinkable(record, "number");
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        entityManager.persist(new RecordLink(release, record, now, currentUser.id()));
        releases.countConditions(release, conditions(kind));
        history.linked(release, kind.path(), number);
        return record;
    }

    /** Refuses {@code link-unknown}. */
    public void remove(String release, RecordKind kind, String number) {
        rules.lockForEditing(release);
        RecordLink link =
                links.record(release, kind, number).orElseThrow(() -> new Unknown("link-unknown", null, number));
        entityManager.remove(link);
        releases.countConditions(release, -conditions(kind));
        history.unlinked(release, kind.path(), number);
    }

    /** Only purchases may hold a release up (see {@link OpenConditions}). */
    private static int conditions(RecordKind kind) {
        return kind == RecordKind.PURCHASES ? 1 : 0;
    }
}
