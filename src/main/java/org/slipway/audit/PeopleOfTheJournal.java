package org.slipway.audit;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slipway.access.Erasure;
import org.slipway.access.PersonalData;
import org.slipway.shared.Digest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Whom entries name. Of his own the name and the origin go, and of any entry that tells of him, what it tells; digests stay,
 * so the chain does (src/docs/domain.md, Journal).
 */
@Component
class PeopleOfTheJournal implements PersonalData {

    private static final int BATCH = 500;

    private record Entry(
            UUID id,
            @Nullable String release,
            @Nullable String origin,
            String subject,
            @Nullable String detail) {}

    private final JdbcTemplate batches;

    PeopleOfTheJournal(JdbcTemplate batches) {
        this.batches = batches;
    }

    @Override
    public void erase(Erasure person) {
        eraseTold(person);
        eraseDeeds(person);
        person.lookedAt("audit_entry", "person", "origin", "subject", "detail");
    }

    private void eraseTold(Erasure person) {
        List<Entry> some = told(person, new UUID(0, 0));
        while (!some.isEmpty()) {
            List<Entry> about = some.stream()
                    .filter(entry -> person.isNamedIn(entry.subject())
                            || entry.detail() != null && person.isNamedIn(entry.detail()))
                    .toList();
            batches.batchUpdate(
                    "update audit_entry set subject = '', subject_digest = coalesce(subject_digest, ?),"
                            + " detail = null, detail_digest = coalesce(detail_digest, ?) where id = ?",
                    about.stream()
                            .map(entry -> new Object[] {
                                Digest.ofText(entry.subject()), Digest.ofText(entry.detail()), entry.id()
                            })
                            .toList());
            about.forEach(entry -> person.blanked(JournalEntry.known(entry.release(), entry.id())));
            person.ran("audit_entry", about.size());
            some = told(person, some.get(some.size() - 1).id());
        }
    }

    private static List<Entry> told(Erasure person, UUID after) {
        return person.query("select id, release_number as release, origin, subject, detail from audit_entry"
                        + " where id > :after and kind not in ('" + EntryKind.BLANKING + "', '" + EntryKind.TRAIL
                        + "') and ("
                        + person.named("subject") + " or " + person.named("detail") + ")"
                        + person.outsideHolds("release_number") + " order by id fetch first " + BATCH + " rows only")
                .param("after", after)
                .query(Entry.class)
                .list();
    }

    private void eraseDeeds(Erasure person) {
        person.leave("audit_entry", "release_number", "person");
        List<Entry> some = deeds(person);
        while (!some.isEmpty()) {
            batches.batchUpdate(
                    "update audit_entry set person = ?, origin = null, origin_digest = coalesce(origin_digest, ?)"
                            + " where id = ?",
                    some.stream()
                            .map(entry -> new Object[] {person.pseudonym(), Digest.ofText(entry.origin()), entry.id()})
                            .toList());
            person.ran("audit_entry", some.size());
            some = deeds(person);
        }
    }

    private static List<Entry> deeds(Erasure person) {
        return person.query(
                        "select id, release_number as release, origin, subject, detail from audit_entry where person = :name"
                                + person.outsideHolds("release_number") + " fetch first " + BATCH + " rows only")
                .query(Entry.class)
                .list();
    }
}
