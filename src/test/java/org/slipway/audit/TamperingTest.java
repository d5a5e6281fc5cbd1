package org.slipway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
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

    private final SlipwayClient slipway;
    private final JdbcClient jdbc;
    private final JournalReader reader;
    private final TransactionTemplate transaction;

    private String release = "";
    private String entry = "";

    TamperingTest(SlipwayClient slipway, JdbcClient jdbc, JournalReader reader, TransactionTemplate transaction) {
        this.slipway = slipway;
        this.jdbc = jdbc;
        this.reader = reader;
        this.transaction = transaction;
    }

    @BeforeAll
    void thereIsSomethingToBend() {
        ReleaseStory story = ReleaseStory.registered(slipway).planned();
        release = story.number();
        verify();
        story.approved();
        story.post("auditor", "cancellation", Map.of("reason", "Because I can")).expect(403);
        verify();
        entry = newestEntry("REFUSAL").toString();
    }

    static Stream<Arguments> bentInManyWays() {
        return Stream.of(
                bent(
                        "a text changed",
                        Reason.LINE_CHANGED,
                        3,
                        "update release_occurrence set occurrence_text = 'x'" + LINE + 3),
                bent(
                        "a person changed",
                        Reason.LINE_CHANGED,
                        2,
                        "update release_occurrence set person = 'admin'" + LINE + 2),
                bent(
                        "a moment changed",
                        Reason.LINE_CHANGED,
                        2,
                        "update release_occurrence set at = at - interval '1' day" + LINE + 2),
                bent(
                        "a decision said to be erased",
                        Reason.LINE_CHANGED,
                        2,
                        "update release_occurrence set occurrence_text = 'x', text_digest = 'y'" + LINE + 2),
                bent("a line removed", Reason.LINE_MISSING, 2, "delete from release_occurrence" + LINE + 2),
                bent("the end cut off", Reason.LINE_MISSING, null, "delete from release_occurrence" + LINE + LAST),
                bent(
                        "the end cut off and the record mended",
                        Reason.LINE_MISSING,
                        null,
                        "update release_record set last_hash = (select previous_hash from release_occurrence" + LINE
                                + LAST + ") where number = :release",
                        "delete from release_occurrence" + LINE + LAST,
                        "update release_record set occurrence_count = occurrence_count - 1,"
                                + " sealed_count = sealed_count - 1 where number = :release"),
                bent(
                        "a line added",
                        Reason.LINE_MISSING,
                        null,
                        "insert into release_occurrence (id, release_number, sequence_number, cycle_number, at, person, category,"
                                + " hash) select cast(:other as uuid), release_number, " + LAST
                                + " + 2, cycle_number, at, person, category, hash from release_occurrence" + LINE + 1),
                bent(
                        "two lines swapped",
                        Reason.CHAIN_BROKEN,
                        2,
                        "update release_occurrence set sequence_number = -1" + LINE + 2,
                        "update release_occurrence set sequence_number = 2" + LINE + 3,
                        "update release_occurrence set sequence_number = 3" + LINE + "-1"),
                bent("an entry changed", Reason.ENTRY_CHANGED, null, "update audit_entry set detail = '{}'" + ENTRY),
                bent("an entry removed", Reason.ENTRY_MISSING, null, "delete from audit_entry" + ENTRY),
                bent(
                        "an entry put into the past",
                        Reason.ENTRY_ADDED,
                        null,
                        "insert into audit_entry (id, at, person, kind, subject, position, hash)"
                                + " select cast(:other as uuid), at, person, kind, subject, -1, hash from audit_entry"
                                + ENTRY),
                bent(
                        "a seal changed",
                        Reason.SEAL_CHANGED,
                        null,
                        "update audit_seal set last_line = last_line + 1 where position ="
                                + " (select min(position) from audit_seal where release_number = :release)"),
                bent(
                        "a seal removed",
                        Reason.SEAL_MISSING,
                        null,
                        "delete from audit_seal where position ="
                                + " (select min(position) from audit_seal where release_number = :release)"),
                bent(
                        "the newest seal cut off",
                        Reason.LINE_MISSING,
                        null,
                        "delete from audit_seal where position ="
                                + " (select max(position) from audit_seal where release_number = :release)"),
                bent("the head set back", Reason.SEAL_MISSING, null, "update audit_head set position = position - 1"),
                bent(
                        "a name given to another's digest",
                        Reason.PERSON_CHANGED,
                        null,
                        "update access_person_digest set digest = (select hash from release_occurrence" + LINE
                                + "1) where person = 'operator'"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void bentInManyWays(String name, Reason reason, @Nullable Integer line, List<String> statements) {
        Verification found = afterwards(statements, List.of());

        assertThat(found.valid()).isFalse();
        assertThat(found.findings()).extracting(Finding::reason).contains(reason);
        if (line != null) {
            assertThat(found.findings().get(0))
                    .extracting(Finding::release, Finding::sequence)
                    .containsExactly(release, line);
        }
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

    /** Which is what an erasure does; those have entries of their own to compare with. */
    @Test
    void whatWasBlankedAsIfErasedIsCounted() {
        long before = read(List.of()).erased();
        Verification found = transaction.execute(status -> {
            status.setRollbackOnly();
            String subject = jdbc.sql("select subject from audit_entry where id = ?")
                    .param(UUID.fromString(entry))
                    .query(String.class)
                    .single();
            jdbc.sql("update audit_entry set subject = '', subject_digest = ? where id = ?")
                    .params(Digest.ofText(subject), UUID.fromString(entry))
                    .update();
            return read(List.of());
        });

        assertThat(Objects.requireNonNull(found).findings()).isEmpty();
        assertThat(found.erased()).isEqualTo(before + 1);
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

    private Verification afterwards(List<String> statements, List<JournalLine> anchors) {
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            for (String statement : statements) {
                JdbcClient.StatementSpec spec = jdbc.sql(statement);
                if (statement.contains(":release")) {
                    spec = spec.param("release", release);
                }
                if (statement.contains(":entry")) {
                    spec = spec.param("entry", UUID.fromString(entry));
                }
                if (statement.contains(":other")) {
                    spec = spec.param("other", UUID.randomUUID().toString());
                }
                spec.update();
            }
            return read(anchors);
        }));
    }

    private Verification read(List<? extends JournalLine> anchors) {
        JournalCheck check = new JournalCheck(true);
        anchors.forEach(check::read);
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

    private static Arguments bent(String name, Reason reason, @Nullable Integer line, String... statements) {
        return Arguments.of(name, reason, line, List.of(statements));
    }
}
