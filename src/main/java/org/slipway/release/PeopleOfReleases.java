package org.slipway.release;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slipway.access.Erasure;
import org.slipway.access.PersonalData;
import org.slipway.shared.Digest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who had to do with releases. Of the histories, names, origins and what the system wrote of the person go; their digests
 * stay, so that the chains stay whole (src/docs/domain.md, Journal).
 */
@Component
class PeopleOfReleases implements PersonalData {

    private static final int BATCH = 500;

    private static final String TOLD_BY_THE_SYSTEM = Stream.of(OccurrenceCategory.values())
            .filter(OccurrenceCategory::isToldByTheSystem)
            .map(category -> "'" + category + "'")
            .collect(Collectors.joining(", "));

    private record Told(UUID id, String release, int sequence, String text) {}

    private record Line(UUID id, @Nullable String origin) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    PeopleOfReleases(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public List<String> countingOn(String person, int most) {
        return jdbc.sql("select number from release_record where ended_at is null"
                        + " and (requester = :person or responsible = :person) order by number fetch first " + most
                        + " rows only")
                .param("person", person)
                .query(String.class)
                .list();
    }

    @Override
    public void erase(Erasure person) {
        eraseContacts(person);
        for (String column : List.of("requester", "registrar", "owner", "responsible", "approved_by", "held_by")) {
            person.run(
                    "release_record",
                    "update release_record set revision = revision + 1, " + column + " = :pseudonym where " + column
                            + " = :name" + person.outsideHolds("number"));
            person.leave("release_record", "number", column);
            person.lookedAt("release_record", column);
        }
        person.renameOfReleases("release_approval", "release_number", "person");
        person.deleteOfReleases("release_follower", "release_number", "person");
        eraseTold(person);
        eraseDeeds(person);
    }

    /** Of the releases that he asked for, and wherever he is called by his full name or address. */
    private static void eraseContacts(Erasure person) {
        String also = person.aliases().isEmpty()
                ? ""
                : " or lower(contact_name) in (:aliases) or lower(contact_email) in (:aliases)";
        person.run(
                "release_record",
                "update release_record set revision = revision + 1, contact_name = :pseudonym,"
                        + " contact_email = concat(cast(:pseudonym as varchar), '@erased.invalid'), contact_phone = null,"
                        + " contact_extension = null, contact_location = null, contact_note = null"
                        + " where (requester = :name" + also + ")" + person.outsideHolds("number"));
        person.lookedAt("release_record", "contact_name", "contact_email");
    }

    /** What the system wrote about him in the lines of others. */
    private void eraseTold(Erasure person) {
        UUID last = new UUID(0, 0);
        List<Told> some = told(person, last);
        while (!some.isEmpty()) {
            List<Told> about =
                    some.stream().filter(line -> person.isNamedIn(line.text())).toList();
            batches.batchUpdate(
                    "update release_occurrence set occurrence_text = null, text_digest = ? where id = ?",
                    about.stream()
                            .map(line -> new Object[] {Digest.ofText(line.text()), line.id()})
                            .toList());
            about.forEach(line -> person.blanked(line.release() + "/" + line.sequence()));
            person.ran("release_occurrence", about.size());
            some = told(person, some.get(some.size() - 1).id());
        }
        person.lookedAt("release_occurrence", "occurrence_text");
    }

    private List<Told> told(Erasure person, UUID after) {
        return person.query("select id, release_number as release, sequence_number as sequence, occurrence_text as text"
                        + " from release_occurrence where id > :after and category in (" + TOLD_BY_THE_SYSTEM + ") and "
                        + person.named("occurrence_text") + person.outsideHolds("release_number")
                        + " order by id fetch first " + BATCH + " rows only")
                .param("after", after)
                .query(Told.class)
                .list();
    }

    private void eraseDeeds(Erasure person) {
        person.leave("release_occurrence", "release_number", "person");
        List<Line> some = deeds(person);
        while (!some.isEmpty()) {
            batches.batchUpdate(
                    "update release_occurrence set person = ?, origin = null, origin_digest = coalesce(origin_digest, ?)"
                            + " where id = ?",
                    some.stream()
                            .map(line -> new Object[] {person.pseudonym(), Digest.ofText(line.origin()), line.id()})
                            .toList());
            person.ran("release_occurrence", some.size());
            some = deeds(person);
        }
        person.lookedAt("release_occurrence", "person", "origin");
    }

    private static List<Line> deeds(Erasure person) {
        return person.query("select id, origin from release_occurrence where person = :name"
                        + person.outsideHolds("release_number") + " fetch first " + BATCH + " rows only")
                .query(Line.class)
                .list();
    }
}
