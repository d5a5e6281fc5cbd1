package org.slipway.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slipway.shared.Digest;
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
    void notesWhatTheEngineItselfRefused() {
        ReleaseStory release = ReleaseStory.registered(slipway);
        String instance = instanceOf(release);
        String rights = "/engine-rest/group/camunda-admin/members/operator";
        slipway.as("operator").put(rights, Map.of()).expect(403);
        String variable = "/engine-rest/process-instance/" + instance + "/variables/decision";
        slipway.as("requester")
                .put(variable, Map.of("value", "GO", "type", "String"))
                .expect(403);
        String deployment = "/engine-rest/deployment/" + UUID.randomUUID();
        slipway.as("requester").delete(deployment + "?cascade=true").expect(403);

        JsonNode first = journal("kind=REFUSAL&person=operator&limit=1").get(0);
        assertThat(first.path("subject").asText()).isEqualTo("PUT " + rights);
        assertThat(first.path("origin").asText()).isEqualTo("127.0.0.1 /engine-rest");
        assertThat(first.at("/detail/status").asInt()).isEqualTo(403);
        assertThat(journal("kind=REFUSAL&person=requester&limit=2"))
                .extracting(entry -> entry.path("subject").asText())
                .containsExactly("DELETE " + deployment, "PUT " + variable);
        assertThat(journal("kind=REFUSAL&release=" + release.number()))
                .extracting(entry -> entry.path("subject").asText())
                .containsExactly("PUT " + variable);
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
    void notesWhatIsChangedByHandInTheRegistriesBesideReleases() {
        String key = "hand-" + UUID.randomUUID();
        SlipwayClient manager = slipway.as("manager");
        String items = "/api/configuration-items";
        for (String item : List.of(key, key + "-db")) {
            manager.post(items, Map.of("key", item)).expect(201);
        }
        manager.patch(items + "/" + key, Map.of("owner", "approver")).expect(200);
        manager.post(items + "/relationships", Map.of("from", key, "to", key + "-db", "type", "runs_on"))
                .expect(201);
        manager.delete(items + "/relationships?from=" + key + "&to=" + key + "-db&type=runs_on")
                .expect(204);
        ReleaseStory.change(slipway, key);
        slipway.as("operator")
                .post(
                        "/api/media",
                        Map.of(
                                "key", key,
                                "name", "Setup",
                                "physicalAddress", "Safe",
                                "mediaType", "ISO",
                                "keys", List.of(Map.of("key", "SECRET-9", "permissions", 1))))
                .expect(201);

        assertThat(changes("manager"))
                .extracting(entry -> entry.path("subject").asText().replaceAll(" .*", ""))
                .startsWith(
                        "link.ChangeItem",
                        "link.Change",
                        "cmdb.Relationship",
                        "cmdb.Relationship",
                        "cmdb.ConfigurationItem",
                        "cmdb.ConfigurationItem",
                        "cmdb.ConfigurationItem");
        JsonNode edited = changes("manager").get(4);
        assertThat(edited.at("/detail/after/owner").asText()).isEqualTo("approver");
        assertThat(changes("manager").get(2).at("/detail/before/to").asText()).isEqualTo(key + "-db");
        JsonNode media = changes("operator").get(0);
        assertThat(media.path("subject").asText()).startsWith("media.Media");
        assertThat(media.toString()).contains("(changed)").doesNotContain("SECRET-9");
    }

    @Test
    void notesAFileThatIsTakenInOnceHoweverManyRowsItHas() {
        String key = "file-" + UUID.randomUUID();
        String rows = "key,class\n" + key + "-a,Host\n" + key + "-b,Host\n";
        SlipwayClient csv = slipway.as("manager").with("Content-Type", "text/csv");
        csv.post("/api/configuration-items/import?dryRun=true", rows).expect(200);
        csv.post("/api/configuration-items/import", rows).expect(200);
        csv.post("/api/changes/import", "number,title\n" + key.substring(0, 30) + ",Two\n")
                .expect(200);

        JsonNode changes = changes("manager");
        assertThat(changes)
                .extracting(entry -> entry.path("subject").asText())
                .startsWith("changes.import body", "cmdb.import body");
        JsonNode taken = changes.get(1);
        assertThat(taken.at("/detail/counts/items/created").asInt()).isEqualTo(2);
        assertThat(taken.at("/detail/files/0/sha256").asText()).isEqualTo(Digest.ofBytes(rows.getBytes(UTF_8)));
        assertThat(changes.get(0).at("/detail/counts/created").asInt()).isEqualTo(1);
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
    void notesWhatOperatorsDoToAReleaseInTheEngine() {
        ReleaseStory release = ReleaseStory.registered(slipway);
        String instance = instanceOf(release);
        for (boolean suspended : new boolean[] {true, false}) {
            slipway.as("admin")
                    .put("/engine-rest/process-instance/" + instance + "/suspended", Map.of("suspended", suspended))
                    .expect(204);
        }

        assertThat(journal("kind=OPERATION&person=admin&release=" + release.number()))
                .extracting(
                        entry -> entry.path("subject").asText(),
                        entry -> entry.at("/detail/after").asText())
                .containsExactly(
                        tuple("Activate ProcessInstance", "active"), tuple("Suspend ProcessInstance", "suspended"));
    }

    /** A page of Cockpit asks many questions of one instance; it is read once. */
    @Test
    void notesWhatAuditorsReadOfTheEnginesHistory() {
        ReleaseStory release = ReleaseStory.registered(slipway);
        String instance = instanceOf(release);
        auditor("/engine-rest/history/process-instance/" + instance);
        auditor("/engine-rest/history/activity-instance?maxResults=9&processInstanceId=" + instance);
        auditor("/engine-rest/history/activity-instance/count?processInstanceId=" + instance);
        auditor("/engine-rest/history/identity-link-log?maxResults=9&taskId=" + release.task("planRelease"));
        slipway.as("auditor")
                .post("/engine-rest/history/detail?maxResults=9", Map.of("processInstanceId", instance))
                .expect(200);

        assertThat(journal("kind=READ&release=" + release.number()))
                .extracting(entry -> entry.path("subject").asText())
                .containsOnlyOnce("process-instance " + instance, "/process-instance")
                .filteredOn(subject -> subject.startsWith("process-instance"))
                .as("the lifecycle and the planning that it called")
                .hasSize(2);

        auditor("/api/audit/rights?text=" + release.number());
        auditor("/api/configuration-items?limit=5&text=" + release.number());
        assertThat(journal("kind=READ&person=auditor&limit=20"))
                .filteredOn(entry -> entry.at("/detail/query").asText().equals("text=" + release.number()))
                .extracting(entry -> entry.path("subject").asText())
                .containsExactly("/api/configuration-items", "/api/audit/rights");
    }

    @Test
    void notesFilesThatPagesMakeByThemselves() {
        ReleaseStory release = ReleaseStory.registered(slipway);
        String file = "tasks-" + instanceOf(release);
        SlipwayClient auditor = slipway.as("auditor");
        auditor.post("/api/audit/exports", Map.of("file", file, "format", "CSV", "rows", 3))
                .expect(204);
        auditor.post("/api/audit/exports", Map.of("file", file, "format", "EXE", "rows", 3))
                .expect(400);

        JsonNode export = journal("kind=EXPORT&release=" + release.number()).get(0);
        assertThat(export.path("subject").asText()).isEqualTo(file);
        assertThat(export.path("person").asText()).isEqualTo("auditor");
        assertThat(export.at("/detail/rows").asInt()).isEqualTo(3);
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
        Files.writeString(file, text.replaceFirst("(?m)^.*\"type\":\"end\".*\n", ""));
        assertThat(verify(file)).startsWith("1 bent").contains("was cut off here");
        Files.writeString(file, "");
        assertThat(verify(file)).startsWith("1 bent").contains("was cut off here");
        Files.writeString(file, text + "{\"type\":\"person\",\"person\":\"x\",\"digest\":\"y\"}\n");
        assertThat(verify(file)).startsWith("1 bent").contains("behind the end");
        Files.writeString(file, text.substring(0, text.length() - 9));
        assertThat(verify(file)).startsWith("2 not readable").contains("line ");
        Files.writeString(file, "[]");
        assertThat(verify(file)).startsWith("2 not readable");

        Files.write(file, exported);
        assertThat(verify(file)).contains("0 anchors compared", "written anew");
        String first = text.replaceAll("(?s).*?\"type\":\"seal\",\"position\":1,.*?\"hash\":\"([0-9a-f]+)\".*", "$1");
        Path anchors = folder.resolve("anchors.jsonl");
        Files.writeString(anchors, anchor(1, first) + anchor(1, first));
        assertThat(verify(file, anchors)).startsWith("0 whole").contains("1 anchors compared");
        Files.writeString(anchors, anchor(1, first) + anchor(1, "f".repeat(64)));
        assertThat(verify(file, anchors))
                .startsWith("1 bent")
                .contains("seal 1, ")
                .contains("anchored outside");
        Files.writeString(anchors, anchor(1, "f".repeat(64)));
        Files.writeString(file, anchor(1, first) + text);
        assertThat(verify(file, anchors)).startsWith("1 bent").contains("anchored outside");
        Files.write(file, exported);
        Files.writeString(anchors, anchor(1, first) + anchor(1_000_000_000, first));
        assertThat(verify(file, anchors)).startsWith("1 bent").contains("seal 1000000000, ");
        Files.writeString(anchors, anchor(1, first) + "nonsense\n");
        assertThat(verify(file, anchors)).startsWith("1 bent").contains("anchors.jsonl:2, ");
        Files.writeString(anchors, "");
        assertThat(verify(file, anchors)).startsWith("2 not readable").contains("holds no anchor");
    }

    private static String anchor(long position, String hash) {
        return "{\"type\":\"anchor\",\"position\":" + position + ",\"hash\":\"" + hash
                + "\",\"at\":\"2026-01-01T00:00:00Z\"}\n";
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

    private JsonNode changes(String person) {
        return journal("kind=CHANGE&limit=10&person=" + person);
    }

    private String instanceOf(ReleaseStory release) {
        return slipway.as("auditor")
                .get("/engine-rest/process-instance?businessKey=" + release.number())
                .expect(200)
                .json()
                .get(0)
                .path("id")
                .asText();
    }

    private JsonNode journal(String query) {
        // Other tests of the same application have been in the future.
        Instant soon = Instant.now().plus(1, ChronoUnit.MINUTES);
        return auditor("/api/audit/journal?" + query + "&to=" + soon).path("items");
    }

    private JsonNode auditor(String path) {
        return slipway.as("auditor").get(path).expect(200).json();
    }
}
