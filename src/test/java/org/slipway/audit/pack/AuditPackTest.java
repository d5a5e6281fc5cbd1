package org.slipway.audit.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slipway.audit.ReleaseJournal;
import org.slipway.audit.ReleaseJournalCheck;
import org.slipway.audit.VerifyCommand;
import org.slipway.audit.pack.PackCheck.Finding;
import org.slipway.audit.pack.PackCheck.Reason;
import org.slipway.document.Documents;
import org.slipway.shared.Digest;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayClient.Answer;
import org.slipway.support.SlipwayTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

@SlipwayTest
@OnBothDatabases
class AuditPackTest {

    private static final AtomicInteger ITEMS = new AtomicInteger();
    private static final String SVG_DONE = "#dff2e1";
    private static final String KEY = "src/test/resources/audit/pack-key.pem";

    private final SlipwayClient slipway;
    private final ReleaseJournal journal;
    private final Documents documents;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    @TempDir
    Path folder;

    AuditPackTest(
            SlipwayClient slipway,
            ReleaseJournal journal,
            Documents documents,
            TransactionTemplate transaction,
            JdbcClient jdbc) {
        this.slipway = slipway;
        this.journal = journal;
        this.documents = documents;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    @Test
    void provesAReleaseThatWasReopened() throws Exception {
        String item = "pack-item-" + ITEMS.incrementAndGet();
        ReleaseStory release =
                documented(item).concluded().reopened("DEPLOYMENT").concluded();

        Answer answer = fetch(release, "auditor").expect(200);
        Path pack = Files.write(folder.resolve("pack.zip"), answer.bytes());
        ZipParts parts = ZipParts.of(pack);

        assertThat(answer.header("Content-Type")).hasValue("application/zip");
        assertThat(answer.header("Content-Disposition"))
                .hasValue("attachment; filename=\"" + release.number() + "-audit-pack.zip\"");
        PackCheck.Result result = PackCheck.of(pack, Path.of(KEY));
        assertThat(result.findings()).isEmpty();
        assertThat(result.valid()).isTrue();
        assertThat(result.signed()).isTrue();
        assertThat(result.release()).isEqualTo(release.number());

        JsonNode manifest = parts.json("manifest.json");
        assertThat(manifest.path("files")).hasSize(parts.names().size() - 2).allSatisfy(file -> {
            byte[] content = parts.bytes(file.path("name").asText());
            assertThat(file.path("size").asInt()).isEqualTo(content.length);
            assertThat(file.path("sha256").asText()).isEqualTo(Digest.ofBytes(content));
        });
        assertThat(manifest.path("open").asBoolean()).isFalse();

        JsonNode record = parts.json("release.json");
        assertThat(record.at("/release/status").asText()).isEqualTo("CONCLUDED");
        assertThat(record.at("/release/closure").asText()).isEqualTo("Runs in production");
        assertThat(record.at("/people/approver").asText()).isNotEmpty();

        JsonNode cycles = parts.json("decisions.json").path("cycles");
        assertThat(cycles).hasSize(2);
        assertThat(cycles.path(0).at("/steps/approveRelease/0/person").asText()).isEqualTo("approver");
        assertThat(cycles.path(1).at("/steps/homologateRelease/0/decision").asText())
                .isEqualTo("SOLVED");
        assertThat(cycles.findValuesAsText("verdict"))
                .containsOnly("KEPT", "NOTHING_YET")
                .hasSize(8);

        JsonNode checklist = parts.json("checklists.json").path(0);
        assertThat(checklist.path("questionnaire").asText()).isEqualTo("pilot-deployment-plan");
        assertThat(checklist.path("state").asText()).isEqualTo("VALIDATED");
        assertThat(checklist.path("answers").size()).isPositive();

        JsonNode before = parts.json("configuration-items.json").path(0);
        assertThat(before.path("key").asText()).isEqualTo(item);
        assertThat(before.path("before").asText()).isEqualTo("1.0");
        assertThat(before.path("broughtBy")).hasSize(1);
        assertThat(before.path("versions").findValuesAsText("origin"))
                .containsExactly(
                        "MANUAL",
                        "RELEASE_DEPLOYED",
                        "RELEASE_CONCLUDED",
                        "REOPENED",
                        "RELEASE_DEPLOYED",
                        "RELEASE_CONCLUDED");
        assertThat(before.path("baselines").findValuesAsText("name"))
                .containsExactly(release.number() + "/1", release.number() + "/2");

        JsonNode document = parts.json("documents.json").path(0);
        assertThat(new String(parts.bytes(document.path("file").asText()), UTF_8))
                .isEqualTo("abc");
        assertThat(document.path("copy").asText()).isEqualTo("INCLUDED");
        assertThat(parts.json("links.json").path("changes")).hasSize(1);

        JsonNode runs = parts.json("process/history.json");
        assertThat(runs.findValuesAsText("process"))
                .containsExactly(
                        "release-lifecycle",
                        "release-planning",
                        "release-deployment",
                        "release-lifecycle",
                        "release-deployment");
        assertThat(runs.path(1).at("/run/calledBy").asText())
                .isEqualTo(runs.path(0).at("/run/id").asText());
        assertThat(parts.names()).contains("process/release-planning-1.bpmn");
        assertThat(new String(parts.bytes(runs.path(1).path("drawing").asText()), UTF_8))
                .contains("<svg", SVG_DONE);

        assertThat(text(parts.bytes("audit-pack.pdf")))
                .contains(
                        release.number(),
                        "Payments 4.2",
                        "Concluded",
                        item,
                        document.path("sha256").asText());
        assertThat(new String(parts.bytes("README.txt"), UTF_8))
                .contains(release.number(), manifest.path("keyId").asText())
                .doesNotContain("${");
        assertThat(parts.lines("journal.jsonl"))
                .anySatisfy(line -> assertThat(line).contains("\"entry\"", "\"audit-pack\"", "EXPORT"));
    }

    @Test
    void tellsWhatOperatorsDidToTheProcess() throws Exception {
        ReleaseStory release = ReleaseStory.registered(slipway);
        String instance = slipway.as("admin")
                .get("/engine-rest/process-instance?businessKey=" + release.number())
                .json()
                .at("/0/id")
                .asText();
        slipway.as("admin")
                .put("/engine-rest/process-instance/" + instance + "/suspended", Map.of("suspended", true))
                .expect(204);

        ZipParts parts = ZipParts.of(Files.write(
                folder.resolve("pack.zip"),
                fetch(release, "auditor").expect(200).bytes()));

        JsonNode told = parts.json("interventions.json");
        assertThat(told.at("/operations/0/subject").asText()).isEqualTo("Suspend ProcessInstance");
        assertThat(told.at("/operations/0/detail/after").asText()).isEqualTo("suspended");
        assertThat(told.at("/operationLog/0/person").asText()).isEqualTo("admin");
        assertThat(told.path("incidents")).isEmpty();
        assertThat(text(parts.bytes("audit-pack.pdf"))).contains("Suspend ProcessInstance", "suspended");
    }

    /** It is evidence of that, too, so it is made all the same. */
    @Test
    void saysFirstOfAllThatItsJournalIsBent() throws Exception {
        ReleaseStory release = ReleaseStory.registered(slipway).planned();
        ZipParts whole = ZipParts.of(Files.write(
                folder.resolve("whole.zip"),
                fetch(release, "auditor").expect(200).bytes()));
        assertThat(whole.json("manifest.json").at("/journal/whole").asBoolean()).isTrue();
        assertThat(text(whole.bytes("audit-pack.pdf"))).contains("found the journal of this release whole");
        String bending = "update release_occurrence set person = ? where release_number = ? and sequence_number = 1";
        jdbc.sql(bending).params("admin", release.number()).update();

        Answer answer = slipway.as("auditor").with("Accept-Language", "es").get(release.path() + "/audit-pack");
        jdbc.sql(bending).params("requester", release.number()).update();
        Path pack = Files.write(folder.resolve("pack.zip"), answer.expect(200).bytes());

        JsonNode manifest = ZipParts.of(pack).json("manifest.json");
        assertThat(manifest.at("/journal/whole").asBoolean(true)).isFalse();
        assertThat(manifest.at("/journal/findings/0/what").asText()).isEqualTo("LINE_CHANGED");
        assertThat(manifest.at("/journal/findings/0/where").asText()).isEqualTo(release.number() + "/1");
        assertThat(manifest.path("notes").toString()).contains("BENT");
        assertThat(firstPage(ZipParts.of(pack).bytes("audit-pack.pdf")))
                .contains(
                        "EL DIARIO DE ESTA LIBERACIÓN ESTÁ ALTERADO",
                        release.number() + "/1: Esta línea del historial");
        assertThat(PackCheck.of(pack).signed()).isTrue();
        assertThat(PackCheck.of(pack).findings())
                .contains(new Finding(Reason.JOURNAL_BENT, "LINE_CHANGED " + release.number() + "/1"));
        assertThat(bent(pack, "journal.jsonl", text -> new String(whole.bytes("journal.jsonl"), UTF_8)))
                .as("also where the lines show nothing")
                .contains(new Finding(Reason.JOURNAL_BENT, "LINE_CHANGED " + release.number() + "/1"));
    }

    @Test
    void isVerifiedByOpensslAndSha256sum() throws Exception {
        Path pack = Files.write(
                folder.resolve("pack.zip"),
                fetch(ReleaseStory.registered(slipway), "auditor").expect(200).bytes());
        Path unpacked = ZipParts.of(pack).unpack(folder.resolve("unpacked"));
        Assumptions.assumeTrue(
                run(folder, "openssl", "version") == 0 && run(folder, "sha256sum", "--version") == 0,
                "openssl and sha256sum are here");

        assertThat(run(
                        unpacked,
                        "openssl dgst -sha256 -verify public-key.pem -signature manifest.sig manifest.json".split(" ")))
                .isZero();
        assertThat(run(unpacked, "sha256sum --check --strict --quiet SHA256SUMS".split(" ")))
                .isZero();
        assertThat(Files.readString(unpacked.resolve("public-key.pem")))
                .isEqualTo(slipway.as("auditor")
                        .get("/api/audit/pack-key")
                        .expect(200)
                        .text());
    }

    @Test
    void showsWhateverIsDoneToIt() throws Exception {
        Path pack = Files.write(
                folder.resolve("pack.zip"),
                fetch(documented("pack-item-" + ITEMS.incrementAndGet()).planned(), "manager")
                        .expect(200)
                        .bytes());
        assertThat(PackCheck.of(pack).findings()).isEmpty();
        assertThat(ZipParts.of(pack).json("manifest.json").path("open").asBoolean())
                .isTrue();

        assertThat(bent(pack, "release.json", text -> text.replace("Payments", "Payment5")))
                .containsExactly(new Finding(Reason.FILE_CHANGED, "release.json"));
        assertThat(bent(pack, "decisions.json", text -> null))
                .containsExactly(new Finding(Reason.FILE_MISSING, "decisions.json"));
        assertThat(bent(pack, "documents/999-more.txt", text -> "more"))
                .containsExactly(new Finding(Reason.FILE_ADDED, "documents/999-more.txt"));
        assertThat(bent(pack, "manifest.json", text -> text.replace("\"open\" : true", "\"open\" : false")))
                .containsExactly(new Finding(Reason.SIGNATURE_WRONG, "manifest.sig"));
        assertThat(bent(pack, "manifest.sig", text -> null))
                .containsExactly(new Finding(Reason.SIGNATURE_MISSING, "manifest.sig"));
        assertThat(bent(
                        pack,
                        "journal.jsonl",
                        text -> text.replaceFirst("\"operator\",\"category\"", "\"approver\",\"category\"")))
                .extracting(Finding::reason)
                .containsExactly(Reason.FILE_CHANGED, Reason.JOURNAL_BENT);
        assertThat(bent(pack, "chain.jsonl", text -> text.substring(0, text.lastIndexOf('{'))))
                .extracting(Finding::reason)
                .contains(Reason.JOURNAL_BENT);
        assertThat(PackCheck.of(Files.writeString(folder.resolve("no.zip"), "no"))
                        .findings())
                .extracting(Finding::reason)
                .containsExactly(Reason.NOT_A_PACK);
    }

    @Test
    void isVerifiedByTheProgramWithoutADatabase() throws Exception {
        Path pack = Files.write(
                folder.resolve("pack.zip"),
                fetch(ReleaseStory.registered(slipway), "auditor").expect(200).bytes());
        Path bent = ZipParts.of(pack).with("links.json", text -> "{}").write(folder.resolve("bent.zip"));

        assertThat(verify(pack.toString(), KEY)).startsWith("0 whole");
        assertThat(verify(bent.toString())).startsWith("1 bent").contains("FILE_CHANGED: links.json");
        assertThat(verify(Files.writeString(folder.resolve("no.zip"), "no").toString()))
                .startsWith("2 bent");

        JsonNode head = ZipParts.of(pack).json("manifest.json").path("chain");
        String anchor = "{\"type\":\"anchor\",\"position\":" + head.path("position") + ",\"hash\":" + head.path("hash")
                + ",\"at\":\"2026-01-01T00:00:00Z\"}\n";
        Path anchors = Files.writeString(folder.resolve("anchors.jsonl"), anchor);
        assertThat(verify(pack.toString(), anchors.toString()))
                .startsWith("0 whole")
                .contains("1 anchors compared");
        Files.writeString(anchors, anchor.replace(head.path("hash").asText(), "f".repeat(64)));
        assertThat(verify(pack.toString(), KEY, anchors.toString()))
                .startsWith("1 bent")
                .contains("ANCHOR_CONTRADICTED " + head.path("position"));
    }

    @Test
    void hasOnlyItsOwnSealsWhereTheWayToTheHeadIsTooLong() throws Exception {
        ReleaseStory release = ReleaseStory.registered(slipway).planned();
        fetch(release, "auditor").expect(200);
        fetch(ReleaseStory.registered(slipway), "auditor").expect(200);
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        ByteArrayOutputStream chain = new ByteArrayOutputStream();

        ReleaseJournal.Chain told = Objects.requireNonNull(transaction.execute(status -> {
            ReleaseJournalCheck shown = journal.begin();
            journal.writeLines(release.number(), shown, lines);
            return journal.writeChain(release.number(), 1, shown, chain);
        }));

        ReleaseJournalCheck check = new ReleaseJournalCheck();
        check.readLines(new ByteArrayInputStream(lines.toByteArray()));
        check.readChain(new ByteArrayInputStream(chain.toByteArray()));
        assertThat(told.unbroken()).isFalse();
        assertThat(check.problems()).isEmpty();
        assertThat(check.endsAt(told.position(), told.hash())).isTrue();
    }

    @Test
    void namesTheDocumentsThatItCannotHold() throws Exception {
        ReleaseStory release = documented("pack-item-" + ITEMS.incrementAndGet());
        PackSettings small = new PackSettings(null, DataSize.ofBytes(2), 1);
        Path file = folder.resolve("documents.zip");

        try (PackFile pack = new PackFile(Files.newOutputStream(file), Instant.EPOCH)) {
            assertThat(new PackedDocuments(documents, small).pack(release.number(), pack))
                    .singleElement()
                    .satisfies(document -> {
                        assertThat(document.copy()).isEqualTo(PackedDocuments.Copy.TOO_LARGE);
                        assertThat(document.file()).isNull();
                    });
            assertThat(pack.entries()).isEmpty();
        }
    }

    @Test
    void knowsAPackThatSomebodyElseSigned() throws Exception {
        Path pack = Files.write(
                folder.resolve("pack.zip"),
                fetch(ReleaseStory.registered(slipway), "admin").expect(200).bytes());
        Path other = Files.writeString(folder.resolve("other.pem"), Keys.rsa());

        assertThat(PackCheck.of(pack, other).findings())
                .extracting(Finding::reason)
                .containsExactly(Reason.KEY_UNEXPECTED);
        assertThat(PackCheck.of(pack).findings()).isEmpty();

        Path unsigned = ZipParts.of(pack)
                .with("manifest.sig", text -> null)
                .with("public-key.pem", text -> null)
                .with(
                        "manifest.json",
                        text -> text.replace("\"signed\" : true", "\"signed\" : false")
                                .replaceFirst("(?s), \\{\\s*\"name\" : \"public-key.pem\".*?\\}", ""))
                .write(folder.resolve("unsigned.zip"));
        assertThat(PackCheck.of(unsigned).signed()).isFalse();
        assertThat(PackCheck.of(unsigned).findings()).isEmpty();
        assertThat(PackCheck.of(unsigned, Path.of(KEY)).findings())
                .containsExactly(new Finding(Reason.UNSIGNED, "manifest.json"));
    }

    @Test
    void isOnlyForThoseWhoAuditOrManage() {
        ReleaseStory release = ReleaseStory.registered(slipway);

        for (String person : List.of("requester", "operator", "approver")) {
            fetch(release, person).expectProblem(403, "operation-not-allowed");
        }
        slipway.get(release.path() + "/audit-pack").expect(401);
        slipway.as("auditor").get("/api/releases/REL-999999/audit-pack").expectProblem(404, "release-unknown");
    }

    private ReleaseStory documented(String item) {
        slipway.as("operator")
                .post("/api/configuration-items", Map.of("key", item, "name", "Ledger", "class", "Application"))
                .expect(201);
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        registration.put("changes", List.of(ReleaseStory.change(slipway, item)));
        ReleaseStory release = ReleaseStory.registered(slipway, registration);
        String checklist = slipway.as("operator")
                .post(release.path() + "/checklists", Map.of("questionnaire", "pilot-deployment-plan"))
                .expect(201)
                .json()
                .path("id")
                .asText();
        slipway.as("operator")
                .put(
                        release.path() + "/checklists/" + checklist + "/answers",
                        Map.of(
                                "answers",
                                Map.of(
                                        "pilotGroup", "Accounting",
                                        "rollBackTested", "YES",
                                        "serviceDeskInformed", "YES",
                                        "serviceLevelsRevised", "NO",
                                        "usersTrained", "YES",
                                        "supportReady", "YES")))
                .expect(200);
        slipway.as("operator")
                .post(release.path() + "/checklists/" + checklist + "/confirmation")
                .expect(200);
        slipway.as("operator")
                .with("Content-Type", "multipart/form-data; boundary=cut")
                .post(
                        release.path() + "/links/documents",
                        "--cut\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nLEGAL\r\n"
                                + "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"Acta ñ.txt\"\r\n\r\n"
                                + "abc\r\n--cut--\r\n")
                .expect(201);
        return release;
    }

    /** What the program ends with, and says. */
    private static String verify(String... files) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String[] arguments =
                Stream.concat(Stream.of("verify"), Stream.of(files)).toArray(String[]::new);
        int end = VerifyCommand.run(arguments, new PrintStream(said, true, UTF_8));
        return end + " " + said.toString(UTF_8);
    }

    private Answer fetch(ReleaseStory release, String person) {
        return slipway.as(person).get(release.path() + "/audit-pack");
    }

    private List<Finding> bent(Path pack, String name, UnaryOperator<String> change) throws IOException {
        return PackCheck.of(ZipParts.of(pack).with(name, change).write(folder.resolve("bent.zip")))
                .findings();
    }

    private static String firstPage(byte[] pdf) throws IOException {
        try (PdfReader reader = new PdfReader(pdf)) {
            return new PdfTextExtractor(reader).getTextFromPage(1).replaceAll("\\s+", " ");
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (PdfReader reader = new PdfReader(pdf)) {
            PdfTextExtractor extractor = new PdfTextExtractor(reader);
            StringBuilder text = new StringBuilder();
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                text.append(extractor.getTextFromPage(page)).append('\n');
            }
            return text.toString();
        }
    }

    /** What a program ends with; above zero also when there is no such program. */
    private static int run(Path folder, String... command) throws Exception {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(30, TimeUnit.SECONDS) ? process.exitValue() : 1;
        } catch (IOException e) {
            return 1;
        }
    }
}
