package org.slipway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slipway.audit.Finding.Reason;
import org.slipway.shared.Digest;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody who can write into the database bends the journal, behind the application's back; each time he is found. */
@SlipwayTest
@OnBothDatabases
@TestInstance(Lifecycle.PER_CLASS)
class TamperingTest {

    private static final String LINE = " where release_number = :release and sequence_number = ";
    private static final String LAST = "(select occurrence_count from release_record where number = :release)";
    private static final String ENTRY = " where id = :entry";
    private static final String OTHER = UUID.randomUUID().toString();

    private final SlipwayClient slipway;
    private final JdbcClient jdbc;
    private final JournalReader reader;
    private final ReleaseJournal lines;
    private final TransactionTemplate transaction;

    private String release = "";
    private String entry = "";

    /** A line on what a person wrote, and the operator's first one. */
    private int told;

    private int deed;

    TamperingTest(
            SlipwayClient slipway,
            JdbcClient jdbc,
            JournalReader reader,
            ReleaseJournal lines,
            TransactionTemplate transaction) {
        this.slipway = slipway;
        this.jdbc = jdbc;
        this.reader = reader;
        this.lines = lines;
        this.transaction = transaction;
    }

    @BeforeAll
    void thereIsSomethingToBend() {
        ReleaseStory story = ReleaseStory.registered(slipway).planned();
        release = story.number();
        verify();
        story.complete("approver", "approveRelease", Map.of("decision", "APPROVED", "observations", "Agreed"))
                .expect(200);
        story.post("auditor", "cancellation", Map.of("reason", "Because I can")).expect(403);
        verify();
        entry = newestEntry("REFUSAL").toString();
        told = number("(select min(sequence_number) from release_occurrence where release_number = :release"
                + " and occurrence_text like '%Agreed%')");
        deed = number("(select min(sequence_number) from release_occurrence where release_number = :release"
                + " and person = 'operator')");
    }

    static Stream<Arguments> bentInManyWays() {
        return Stream.of(
                bent(
                        "a text changed",
                        "LINE_CHANGED line 3",
                        "update release_occurrence set occurrence_text = 'x'" + LINE + 3),
                bent(
                        "a person changed",
                        "LINE_CHANGED line 2",
                        "update release_occurrence set person = 'admin'" + LINE + 2),
                bent(
                        "a moment changed",
                        "LINE_CHANGED line 2",
                        "update release_occurrence set at = at - interval '1' day" + LINE + 2),
                bent(
                        "a second line of text where there is one",
                        "LINE_CHANGED line 2",
                        "update release_occurrence set task = concat('x', chr(10), 'y')" + LINE + 2),
                bent(
                        "a decision said to be erased",
                        "LINE_CHANGED line 2",
                        "update release_occurrence set occurrence_text = 'x', text_digest = 'y'" + LINE + 2),
                bent("a line removed", "LINE_MISSING line 2", "delete from release_occurrence" + LINE + 2),
                bent("the end cut off", "LINE_MISSING line LAST", "delete from release_occurrence" + LINE + LAST),
                bent(
                        "the end cut off and the record mended",
                        "LINE_MISSING line LAST",
                        "update release_record set last_hash = (select previous_hash from release_occurrence" + LINE
                                + LAST + ") where number = :release",
                        "delete from release_occurrence" + LINE + LAST,
                        "update release_record set occurrence_count = occurrence_count - 1,"
                                + " sealed_count = sealed_count - 1 where number = :release"),
                bent(
                        "a line added",
                        "LINE_MISSING line NEXT",
                        "insert into release_occurrence (id, release_number, sequence_number, cycle_number, at, person, category,"
                                + " hash) select cast(:other as uuid), release_number, " + LAST
                                + " + 2, cycle_number, at, person, category, hash from release_occurrence" + LINE + 1),
                bent(
                        "a line put before the first",
                        "LINE_ADDED line -7",
                        "insert into release_occurrence (id, release_number, sequence_number, cycle_number, at, person, category,"
                                + " hash) select cast(:other as uuid), release_number, -7,"
                                + " cycle_number, at, person, category, hash from release_occurrence" + LINE + 1),
                bent(
                        "two lines swapped",
                        "CHAIN_BROKEN line 2",
                        "update release_occurrence set sequence_number = -1" + LINE + 2,
                        "update release_occurrence set sequence_number = 2" + LINE + 3,
                        "update release_occurrence set sequence_number = 3" + LINE + "-1"),
                bent("an entry changed", "ENTRY_CHANGED ENTRY", "update audit_entry set detail = '{}'" + ENTRY),
                bent("an entry removed", "ENTRY_MISSING ENTRY", "delete from audit_entry" + ENTRY),
                bent(
                        "an entry put into the past",
                        "ENTRY_ADDED OTHER",
                        "insert into audit_entry (id, at, person, origin, kind, release_number, subject, detail, position, hash)"
                                + " select cast(:other as uuid), at, person, origin, kind, release_number, subject, detail,"
                                + " -1, :forged from audit_entry" + ENTRY),
                bent(
                        "a seal changed",
                        "SEAL_CHANGED seal FIRST",
                        "update audit_seal set last_line = last_line + 1 where position ="
                                + " (select min(position) from audit_seal where release_number = :release)"),
                bent(
                        "a seal removed",
                        "SEAL_MISSING seal FIRST",
                        "delete from audit_seal where position ="
                                + " (select min(position) from audit_seal where release_number = :release)"),
                bent(
                        "a seal put before the first",
                        "SEAL_ADDED seal -3",
                        "insert into audit_seal (position, at, content_hash, hash) select -3, at, content_hash, hash"
                                + " from audit_seal where position = (select max(position) from audit_seal)"),
                bent(
                        "the newest seal cut off",
                        "SEAL_MISSING seal HEAD",
                        "delete from audit_seal where position = (select max(position) from audit_seal)"),
                bent("the head set back", "SEAL_MISSING seal HEAD", "update audit_head set position = position - 1"),
                bent(
                        "a name given to another's digest",
                        "PERSON_CHANGED operator",
                        "update access_person_digest set digest = (select hash from release_occurrence" + LINE
                                + "1) where person = 'operator'"),
                bent(
                        "deeds given to somebody without a salt",
                        "PERSON_CHANGED scapegoat",
                        "insert into access_person_digest (person, digest)"
                                + " select 'scapegoat', digest from access_person_digest where person = 'operator'",
                        "update release_occurrence set person = 'scapegoat'"
                                + " where release_number = :release and person = 'operator'"),
                bent(
                        "the deeds of two people exchanged",
                        "PERSON_CHANGED approver",
                        "update access_person_digest set salt = null, digest = case person when 'operator'"
                                + " then (select d.digest from access_person_digest d where d.person = 'approver')"
                                + " else (select d.digest from access_person_digest d where d.person = 'operator') end"
                                + " where person in ('approver', 'operator')",
                        "update release_occurrence set person = case person when 'operator' then 'approver' else 'operator' end"
                                + " where release_number = :release and person in ('approver', 'operator')"),
                bent(
                        "deeds hidden behind a pseudonym",
                        "BLANKED line DEED",
                        "insert into access_person_digest (person, digest) select concat('erased-', substring(digest, 1, 12)),"
                                + " digest from access_person_digest where person = 'operator'",
                        "update release_occurrence set person = (select concat('erased-', substring(digest, 1, 12))"
                                + " from access_person_digest where person = 'operator')"
                                + " where release_number = :release and person = 'operator'"),
                bent(
                        "what a person wrote blanked",
                        "BLANKED line TEXT",
                        "update release_occurrence set occurrence_text = null, text_digest = :text where release_number = :release"
                                + " and sequence_number = :line"),
                bent(
                        "an origin blanked",
                        "BLANKED line DEED",
                        "update release_occurrence set origin = null, origin_digest = :origin where release_number = :release"
                                + " and sequence_number = :deed"),
                bent(
                        "an entry blanked as if erased",
                        "BLANKED ENTRY",
                        "update audit_entry set subject = '', subject_digest = :subject" + ENTRY),
                bent(
                        "an entry blanked as if its period had passed",
                        "BLANKED seal PLACE",
                        "update audit_entry set subject = '', subject_digest = :subject, faded = true" + ENTRY));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void bentInManyWays(String name, String first, List<String> statements) {
        Verification found = afterwards(statements);

        assertThat(found.valid()).isFalse();
        assertThat(told(found.findings().get(0))).isEqualTo(filled(first));
    }

    /** He knows the rule, so within the release everything fits again. */
    @Test
    void aHistoryWrittenAnewContradictsItsSeals() {
        Verification found = transaction.execute(status -> {
            status.setRollbackOnly();
            writeAnew("x");
            return read(List.of());
        });

        assertThat(Objects.requireNonNull(found).findings())
                .extracting(Finding::reason, Finding::release)
                .contains(tuple(Reason.CONTENT_REPLACED, release));
    }

    /** He writes the seals anew as well; only who kept a head of the chain outside can tell. */
    @Test
    void aChainWrittenAnewContradictsOnlyTheAnchor() {
        Head before = Head.read(jdbc);
        JournalLine.Of.Anchor anchor = new JournalLine.Of.Anchor(before.position(), before.hash(), Instant.EPOCH);
        List<Verification> found = transaction.execute(status -> {
            status.setRollbackOnly();
            writeAnew("x");
            sealAnew();
            return List.of(read(List.of()), read(List.of(anchor)));
        });

        assertThat(Objects.requireNonNull(found).get(0).findings()).isEmpty();
        assertThat(found.get(1).findings())
                .extracting(Finding::reason, Finding::position)
                .containsExactly(tuple(Reason.ANCHOR_CONTRADICTED, before.position()));
    }

    /** Which follows the way from its first seal to the head, and compares it with what is known outside. */
    @Test
    void ofOneReleaseItsEntriesAndItsWayToTheHeadCount() {
        Head before = Head.read(jdbc);
        Anchors.Known anchor = new Anchors.Known(
                List.of(new JournalLine.Of.Anchor(before.position(), before.hash(), Instant.EPOCH)), List.of());
        Runnable entryChanged = () -> run("update audit_entry set detail = '{}'" + ENTRY);
        Runnable entryGone = () -> run("delete from audit_entry" + ENTRY);
        Runnable historyAnew = () -> {
            writeAnew("x");
            run(
                    "update audit_seal s set content_hash = (select o.hash from release_occurrence o where o.release_number ="
                            + " s.release_number and o.sequence_number = s.last_line) where s.release_number = :release");
        };
        Runnable chainAnew = () -> {
            writeAnew("x");
            sealAnew();
        };

        assertThat(ofTheRelease(() -> {}, anchor)).isEqualTo("whole, 1 anchors");
        assertThat(ofTheRelease(entryChanged, anchor)).startsWith(filled("ENTRY_CHANGED ENTRY"));
        assertThat(ofTheRelease(entryGone, anchor)).startsWith(filled("ENTRY_MISSING ENTRY"));
        assertThat(ofTheRelease(historyAnew, Anchors.Known.NOTHING)).startsWith(filled("SEAL_CHANGED seal FIRST"));
        assertThat(ofTheRelease(chainAnew, Anchors.Known.NOTHING)).isEqualTo("whole, 0 anchors");
        assertThat(ofTheRelease(chainAnew, anchor)).startsWith(filled("ANCHOR_CONTRADICTED seal HEAD"));
    }

    private String ofTheRelease(Runnable bending, Anchors.Known known) {
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            bending.run();
            Verification found = lines.check(release, 1_000, known);
            return (found.valid() ? "whole" : told(found.findings().get(0))) + ", " + found.anchors() + " anchors";
        }));
    }

    private void run(String statement) {
        jdbc.sql(statement).params(values()).update();
    }

    private void writeAnew(String text) {
        jdbc.sql("update release_occurrence set occurrence_text = :text" + LINE + "2")
                .param("text", text)
                .param("release", release)
                .update();
        String previous = null;
        for (Map<String, Object> row : jdbc.sql("select o.*, d.digest from release_occurrence o"
                        + " join access_person_digest d on d.person = o.person"
                        + " where release_number = ? order by sequence_number")
                .param(release)
                .query()
                .listOfRows()) {
            String hash = Digest.ofLines(
                    "occurrence",
                    previous,
                    release,
                    row.get("sequence_number"),
                    row.get("cycle_number"),
                    instant(row.get("at")),
                    row.get("digest"),
                    row.get("category"),
                    row.get("task"),
                    row.get("status_before"),
                    row.get("status_after"),
                    row.get("decision"),
                    row.get("minutes_spent"),
                    Digest.ofText((String) row.get("origin")),
                    Digest.ofText((String) row.get("occurrence_text")));
            jdbc.sql("update release_occurrence set previous_hash = ?, hash = ? where id = ?")
                    .params(previous, hash, row.get("id"))
                    .update();
            previous = hash;
        }
        jdbc.sql("update release_record set last_hash = ? where number = ?")
                .params(previous, release)
                .update();
    }

    private void sealAnew() {
        Head head = new Head(0, Seal.NOTHING);
        for (Seal seal : jdbc.sql("select " + JournalRows.SEAL + " from audit_seal s order by position")
                .query((row, index) -> JournalRows.seal(row))
                .list()) {
            String content = seal.release() == null
                    ? seal.contentHash()
                    : jdbc.sql("select hash from release_occurrence where release_number = ? and sequence_number = ?")
                            .params(seal.release(), seal.last())
                            .query(String.class)
                            .single();
            Seal anew = Seal.next(head, seal.at(), seal.release(), seal.first(), seal.last(), seal.entry(), content);
            jdbc.sql("update audit_seal set content_hash = ?, hash = ? where position = ?")
                    .params(content, anew.hash(), anew.position())
                    .update();
            head = anew.asHead();
        }
        head.save(jdbc);
    }

    private static Instant instant(@Nullable Object at) {
        return at instanceof OffsetDateTime offset
                ? offset.toInstant()
                : ((Timestamp) Objects.requireNonNull(at)).toInstant();
    }

    private Verification afterwards(List<String> statements) {
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            Map<String, Object> values = values();
            for (String statement : statements) {
                jdbc.sql(statement).params(values).update();
            }
            return read(List.of());
        }));
    }

    private Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        values.put("release", release);
        values.put("entry", UUID.fromString(entry));
        values.put("other", OTHER);
        values.put("forged", forged());
        values.put("line", told);
        values.put("text", Digest.ofText(text("select occurrence_text from release_occurrence" + LINE + told)));
        values.put("deed", deed);
        values.put("origin", Digest.ofText(text("select origin from release_occurrence" + LINE + deed)));
        values.put("subject", Digest.ofText(text("select subject from audit_entry where id = '" + entry + "'")));
        return values;
    }

    /** As the application would have hashed it. */
    private String forged() {
        JournalEntry genuine = jdbc.sql("select " + JournalRows.ENTRY + " from audit_entry e where id = ?")
                .param(UUID.fromString(entry))
                .query((row, index) -> JournalRows.entry(row))
                .single();
        return Digest.ofLines(
                "entry",
                OTHER,
                genuine.at(),
                text("select digest from access_person_digest where person = '" + genuine.person() + "'"),
                genuine.kind(),
                genuine.release(),
                Digest.ofText(genuine.subject()),
                Digest.ofText(genuine.origin()),
                Digest.ofText(genuine.detail()));
    }

    /** What the first finding says, and of which place. */
    private static String told(Finding finding) {
        return finding.reason() + " "
                + (finding.sequence() != null
                        ? "line " + finding.sequence()
                        : finding.entry() != null ? finding.entry() : "seal " + finding.position());
    }

    private String filled(String place) {
        return place.replace("LAST", String.valueOf(number(LAST)))
                .replace("NEXT", String.valueOf(number(LAST) + 1))
                .replace(
                        "FIRST",
                        String.valueOf(
                                number("(select min(position) from audit_seal where release_number = :release)")))
                .replace("HEAD", String.valueOf(Head.read(jdbc).position()))
                .replace("line TEXT", "line " + told)
                .replace("line DEED", "line " + deed)
                .replace("PLACE", text("select position from audit_entry where id = '" + entry + "'"))
                .replace(" ENTRY", " " + entry)
                .replace("OTHER", OTHER);
    }

    private int number(String query) {
        return jdbc.sql("select " + query + " from audit_head")
                .param("release", release)
                .query(Integer.class)
                .single();
    }

    private String text(String query) {
        JdbcClient.StatementSpec asked = jdbc.sql(query);
        return (query.contains(":release") ? asked.param("release", release) : asked)
                .query(String.class)
                .single();
    }

    private Verification read(List<JournalLine.Of.Anchor> anchors) {
        JournalCheck check = new JournalCheck(true);
        check.know(new Anchors.Known(anchors, List.of()));
        reader.read(check::read);
        return check.result();
    }

    /** Seals what is there. */
    private void verify() {
        JsonNode found =
                slipway.as("auditor").get("/api/audit/verification").expect(200).json();
        assertThat(found.path("valid").asBoolean()).as(found.toString()).isTrue();
    }

    private UUID newestEntry(String kind) {
        return UUID.fromString(slipway.as("auditor")
                .get("/api/audit/journal?limit=1&kind=" + kind + "&release=" + release)
                .expect(200)
                .json()
                .at("/items/0/id")
                .asText());
    }

    private static Arguments bent(String name, String first, String... statements) {
        return Arguments.of(name, first, List.of(statements));
    }
}
