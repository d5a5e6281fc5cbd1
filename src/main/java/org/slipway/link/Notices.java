package org.slipway.link;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slipway.release.Releases;
import org.slipway.shared.Malformed;
import org.slipway.shared.Slice;
import org.slipway.shared.Unknown;
import org.slipway.shared.WrongState;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The system notifications of releases. */
@Service
@Transactional
public class Notices {

    private static final String KIND = "notifications";
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Releases releases;
    private final LinkRepository links;
    private final LinkRules rules;
    private final LinkHistory history;
    private final EntityManager entityManager;
    private final Clock clock;

    Notices(
            Releases releases,
            LinkRepository links,
            LinkRules rules,
            LinkHistory history,
            EntityManager entityManager,
            Clock clock) {
        this.releases = releases;
        this.links = links;
        this.rules = rules;
        this.history = history;
        this.entityManager = entityManager;
        this.clock = clock;
    }

    /** From the one after another, in no order that means anything. */
    @Transactional(readOnly = true)
    public Slice<Notice> list(String release, @Nullable UUID after, int limit) {
        releases.get(release);
        return Slice.of(
                links.notices(release, after == null ? BEFORE_ALL : after, Limit.of(limit + 1)),
                limit,
                notice -> notice.id().toString());
    }

    /**
     * @param from when it begins; none for now
     * @param to   when it is over; none as long as nobody takes it away
     * @throws Malformed  {@code period-reversed}
     * @throws WrongState {@code already-linked} when the release has the same already
     */
    public Notice add(
            String release, String title, @Nullable Instant from, @Nullable Instant to, @Nullable String audience) {
        rules.lockForEditing(release);
        Instant begin = (from == null ? clock.instant() : from).truncatedTo(ChronoUnit.MICROS);
        Instant end = to == null ? null : to.truncatedTo(ChronoUnit.MICROS);
        if (end != null && end.isBefore(begin)) {
            throw new Malformed("period-reversed", "validTo", begin, end);
        }
        Notice notice = new Notice(release, title.strip(), begin, end, audience);
        if (links.hasNotice(release, notice.title(), begin)) {
            throw new WrongState("already-linked", "title", notice.title());
        }
        entityManager.persist(notice);
        history.linked(release, KIND, notice.title());
        return notice;
    }

    /** Refuses {@code link-unknown}. */
    public void remove(String release, UUID id) {
        rules.lockForEditing(release);
        Notice notice = links.notice(release, id).orElseThrow(() -> new Unknown("link-unknown", null, id));
        entityManager.remove(notice);
        history.unlinked(release, KIND, notice.title());
    }

    boolean isValid(Notice notice) {
        return notice.isValid(clock.instant());
    }
}
