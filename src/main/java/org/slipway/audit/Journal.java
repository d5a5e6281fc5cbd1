package org.slipway.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
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

    private static final int LONGEST_SUBJECT = 300;

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

    private String written(Map<String, ?> detail) {
        try {
            return json.writeValueAsString(detail);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
