package org.slipway.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;

@SlipwayTest
@OnBothDatabases
class JournalTest {

    private final SlipwayClient slipway;

    JournalTest(SlipwayClient slipway) {
        this.slipway = slipway;
    }

    @Test
    void isWholeWhenNobodyHasBentIt() {
        ReleaseStory release = ReleaseStory.registered(slipway).planned().approved();

        JsonNode whole = auditor("/api/audit/verification");
        assertThat(whole.path("broken")).as(whole.toPrettyString()).isEmpty();
        assertThat(whole.path("valid").asBoolean()).isTrue();
        JsonNode one = auditor("/api/audit/verification?release=" + release.number());
        assertThat(one.path("valid").asBoolean()).as(one.toPrettyString()).isTrue();
        assertThat(one.path("lines").asInt())
                .isEqualTo(auditor(release.path() + "/history").path("items").size());
    }

    @Test
    void notesWhatWasRefusedAndToWhom() {
        ReleaseStory release = ReleaseStory.registered(slipway);
        slipway.as("requester")
                .with("X-Forwarded-For", "203.0.113.9")
                .post(release.path() + "/cancellation", Map.of("reason", "Mine"))
                .expect(403);
        String task = release.task("planRelease");
        slipway.as("requester")
                .post("/api/tasks/" + task + "/completion", Map.of())
                .expect(403);
        slipway.as("requester")
                .post("/engine-rest/task/" + task + "/complete", "{}")
                .expect(403);

        JsonNode refusals = journal("kind=REFUSAL&release=" + release.number());
        assertThat(refusals)
                .extracting(entry -> entry.path("subject").asText())
                .containsExactly(
                        "POST /engine-rest/task/" + task + "/complete",
                        "POST /api/tasks/" + task + "/completion",
                        "POST " + release.path() + "/cancellation");
        JsonNode first = refusals.get(2);
        assertThat(first.path("person").asText()).isEqualTo("requester");
        assertThat(first.path("origin").asText()).startsWith("127.0.0.1");
        assertThat(first.at("/detail/code").asText()).isEqualTo("operation-not-allowed");
    }

    @Test
    void notesARegistryBeforeAndAfterItsChange() {
        String name = "Reason " + UUID.randomUUID();
        JsonNode made = slipway.as("manager")
                .post("/api/justifications", Map.of("description", name, "suspension", true))
                .json();
        String id = made.path("id").asText();
        slipway.as("manager")
                .patch("/api/justifications/" + id, Map.of("description", name + "!"))
                .expect(200);

        List<JsonNode> changes = new ArrayList<>();
        journal("kind=CHANGE&person=manager&limit=20").forEach(entry -> {
            if (entry.path("subject").asText().endsWith(id)) {
                changes.add(entry);
            }
        });
        assertThat(changes).hasSize(2);
        assertThat(changes.get(0).at("/detail/before").toString()).contains(name + "\"");
        assertThat(changes.get(0).at("/detail/after").toString()).contains(name + "!");
        assertThat(changes.get(1).at("/detail/before").isMissingNode()).isTrue();
    }

    @Test
    void notesWhatPeopleChangeInTheEngine() {
        String group = "crew-" + UUID.randomUUID().toString().substring(0, 8);
        slipway.as("admin")
                .post("/engine-rest/group/create", Map.of("id", group, "name", group, "type", "WORKFLOW"))
                .expect(204);

        assertThat(journal("kind=OPERATION&person=admin&limit=5")).anySatisfy(entry -> {
            assertThat(entry.path("subject").asText()).isEqualTo("Create Group");
            assertThat(entry.at("/detail/after").asText()).isEqualTo(group);
        });
    }

    @Test
    void notesExportsAndWhatAuditorsRead() {
        ReleaseStory release = ReleaseStory.registered(slipway);
        slipway.as("operator")
                .get("/api/releases/export?format=CSV&text=" + release.number())
                .expect(200);
        auditor(release.path());
        auditor(release.path());

        JsonNode export = journal("kind=EXPORT&person=operator&limit=1").get(0);
        assertThat(export.at("/detail/rows").asInt()).isEqualTo(1);
        assertThat(export.at("/detail/filters/text").asText()).isEqualTo(release.number());
        assertThat(journal("kind=READ&release=" + release.number())).hasSize(1);
    }

    @Test
    void isReadPageByPageNewestFirst() {
        ReleaseStory release = ReleaseStory.registered(slipway).planned();
        release.post("auditor", "cancellation", Map.of("reason", "No")).expect(403);

        List<String> whole = new ArrayList<>();
        journal("release=" + release.number() + "&limit=200")
                .forEach(item -> whole.add(item.path("id").asText()));
        List<String> paged = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = auditor("/api/audit/journal?release=" + release.number() + "&limit=2" + after);
            page.path("items").forEach(item -> paged.add(item.path("id").asText()));
            after = page.path("next").isTextual()
                    ? "&after=" + page.path("next").asText()
                    : "";
        } while (!after.isEmpty());

        assertThat(paged).hasSizeGreaterThan(3).containsExactlyElementsOf(whole);
        slipway.as("auditor").get("/api/audit/journal?after=x").expectProblem(400, "page-unknown");
        slipway.as("auditor").get("/api/audit/journal?kind=x").expectProblem(400, "kind-unknown");
    }

    @Test
    void isForThoseOnlyWhoMayAudit() {
        for (String path : List.of("journal", "journal/export", "verification")) {
            for (String person : List.of("requester", "operator", "approver", "manager", "modeler")) {
                slipway.as(person).get("/api/audit/" + path).expectProblem(403, "operation-not-allowed");
            }
        }
    }

    @Test
    void isVerifiedFromAFileWithoutTheApplication(@TempDir Path folder) throws IOException {
        ReleaseStory.registered(slipway).planned();
        byte[] exported = slipway.as("auditor")
                .get("/api/audit/journal/export")
                .expect(200)
                .bytes();
        Path file = Files.write(folder.resolve("journal.jsonl"), exported);
        assertThat(verify(file)).startsWith("0 whole");

        String text = new String(exported, UTF_8);
        Files.writeString(
                file, text.replaceFirst("\"person\":\"operator\",\"category\"", "\"person\":\"admin\",\"category\""));
        assertThat(verify(file)).startsWith("1 bent").contains("does not say what it said");
        Files.writeString(file, text.replaceFirst("(?m)^.*\"type\":\"seal\".*\n", ""));
        assertThat(verify(file)).startsWith("1 bent").contains("A seal is missing here");
        Files.writeString(file, "[]");
        assertThat(verify(file)).startsWith("2 not readable");

        Files.write(file, exported);
        Path anchors = Files.writeString(
                folder.resolve("anchors.jsonl"),
                "{\"type\":\"anchor\",\"position\":1,\"hash\":\"" + "f".repeat(64)
                        + "\",\"at\":\"2026-01-01T00:00:00Z\"}\n");
        assertThat(verify(file, anchors)).startsWith("1 bent").contains("anchored outside");
    }

    private static String verify(Path... files) {
        List<String> arguments = new ArrayList<>(List.of("verify"));
        for (Path file : files) {
            arguments.add(file.toString());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int end = VerifyCommand.run(arguments.toArray(new String[0]), new PrintStream(out, true, UTF_8));
        return end + " " + out.toString(UTF_8);
    }

    private JsonNode journal(String query) {
        return auditor("/api/audit/journal?" + query).path("items");
    }

    private JsonNode auditor(String path) {
        return slipway.as("auditor").get(path).expect(200).json();
    }
}
