package org.slipway.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slipway.access.CurrentUser;
import org.slipway.access.Origin;
import org.slipway.access.PersonDigests;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The journal of the installation: append-only, one entry per thing that happened outside of a release's own history, which
 * is the other half of it. Both are sealed into one chain (src/docs/domain.md, Journal).
 */
@Component
public class Journal {

    /** The subject of an entry on what has faded. */
    static final String PERIOD = "period";

    private static final int LONGEST_SUBJECT = 300;

    /** So many fit into one entry. */
    private static final int MOST_BLANKED = 4_000;

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final CurrentUser currentUser;
    private final PersonDigests persons;
    private final Origin origin;
    private final WaitingEntries apart;
    private final Clock clock;

    Journal(
            JdbcClient jdbc,
            ObjectMapper json,
            CurrentUser currentUser,
            PersonDigests persons,
            Origin origin,
            WaitingEntries apart,
            Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.currentUser = currentUser;
        this.persons = persons;
        this.origin = origin;
        this.apart = apart;
        this.clock = clock;
    }

    /**
     * Written with the work it tells of, or not at all.
     *
     * @param release the number of the release it concerns, if it concerns one
     * @param subject what it was done to, such as {@code portfolio.ReleaseModel general/standard} or {@code GET /api/…}
     * @param detail  what else is to be known, such as before and after; names and values
     */
    @Transactional
    public void record(EntryKind kind, @Nullable String release, String subject, Map<String, ?> detail) {
        write(draft(kind, release, subject, detail));
    }

    /**
     * As {@link #record}, and stays whatever becomes of the work it tells of: written when that has ended, since it may hold
     * what writing needs.
     */
    public void recordApart(EntryKind kind, @Nullable String release, String subject, Map<String, ?> detail) {
        JournalDraft draft = draft(kind, release, subject, detail);
        Afterwards.run(() -> apart.write(draft, this::write));
    }

    private JournalDraft draft(EntryKind kind, @Nullable String release, String subject, Map<String, ?> detail) {
        String about = subject.replace('\n', ' ').replace('\r', ' ');
        return new JournalDraft(
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                currentUser.id(),
                origin.current(),
                kind,
                release,
                about.length() <= LONGEST_SUBJECT ? about : about.substring(0, LONGEST_SUBJECT),
                detail.isEmpty() ? null : written(detail));
    }

    private void write(JournalDraft draft) {
        JournalEntry entry = JournalEntry.of(
                draft.at(),
                draft.person(),
                persons.of(draft.person()),
                draft.origin(),
                draft.kind(),
                draft.release(),
                draft.subject(),
                draft.detail());
        jdbc.sql("insert into audit_entry"
                        + " (id, at, person, origin, kind, release_number, subject, detail, hash)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        entry.id(),
                        entry.at().atOffset(ZoneOffset.UTC),
                        entry.person(),
                        entry.origin(),
                        entry.kind(),
                        entry.release(),
                        entry.subject(),
                        entry.detail(),
                        entry.hash())
                .update();
    }

    /**
     * Lines and entries no longer tell what they told, since a person was erased. Verifying holds whatever stands as a digest
     * only against what was recorded so.
     *
     * @param subject the pseudonym
     * @param what    as {@link org.slipway.access.Erasure#blanked()} lists it
     */
    @Transactional
    public void recordBlanking(String subject, List<String> what) {
        for (int from = 0; from == 0 || from < what.size(); from += MOST_BLANKED) {
            List<String> some = what.subList(from, Math.min(what.size(), from + MOST_BLANKED));
            record(EntryKind.BLANKING, null, subject, Map.of("what", some));
        }
    }

    /**
     * As {@link #recordBlanking}, since the period of entries has passed.
     *
     * @param before    whatever was older than this moment
     * @param positions their places in the chain of seals
     */
    @Transactional
    public void recordFading(Instant before, List<Long> positions) {
        record(
                EntryKind.BLANKING,
                null,
                PERIOD,
                Map.of(
                        "before",
                        before,
                        "positions",
                        positions.stream().map(String::valueOf).collect(Collectors.joining(" ", " ", " "))));
    }

    private String written(Map<String, ?> detail) {
        try {
            return json.writeValueAsString(detail);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
