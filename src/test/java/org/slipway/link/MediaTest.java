package org.slipway.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;

/** The definitive media library, and what its media mean to the releases that are installed from them. */
@SlipwayTest
@OnBothDatabases
class MediaTest {

    private static final String CONTENT = "payments 4.2, as it was built\n";

    private final SlipwayClient slipway;
    private final SlipwayClient operator;
    private final SlipwayClient manager;
    private final SlipwayClient approver;
    private final SlipwayClient requester;
    private final SlipwayClient auditor;

    /** A key that no other test has. */
    private final String key = "M" + UUID.randomUUID().toString().substring(0, 8);

    private final String media = "/api/media/" + key;

    MediaTest(SlipwayClient slipway) {
        this.slipway = slipway;
        this.operator = slipway.as("operator");
        this.manager = slipway.as("manager");
        this.approver = slipway.as("approver");
        this.requester = slipway.as("requester");
        this.auditor = slipway.as("auditor");
    }

    @Test
    void keepsWhatIsSaidOfAMedium() {
        operator.post("/api/knowledge", Map.of("number", key + "-K", "title", "How to install"))
                .expect(201);
        Map<String, Object> said = new HashMap<>(medium(hash(CONTENT)));
        said.putAll(Map.of(
                "logicalAddress", "//store/payments",
                "softwareType", "Application",
                "licenceType", "Per core",
                "supplier", "In-house",
                "source", "https://builds.example.org/4.2",
                "builtFrom", "commit 4f2a",
                "knowledge", List.of(key + "-K"),
                "keys", List.of(Map.of("key", "AAA-1", "permissions", 5), Map.of("key", "BBB-2", "permissions", 7))));

        JsonNode added = operator.post("/api/media", said).expect(201).json();

        JsonNode shown = operator.get("/api/media/" + added.path("id").asText())
                .expect(200)
                .json();
        assertThat(shown).isEqualTo(operator.get(media).expect(200).json());
        for (String field : List.of("name", "version", "physicalAddress", "logicalAddress", "mediaType", "sha256")) {
            assertThat(shown.path(field).asText()).as(field).isEqualTo(said.get(field));
        }
        assertThat(shown.path("numberOfLicences").asInt()).isEqualTo(12);
        assertThat(shown.path("knowledge").toString()).isEqualTo("[\"" + key + "-K\"]");
        assertThat(shown.path("hashSetBy").asText()).isEqualTo("operator");
        assertThat(shown.path("homologated").asBoolean()).isFalse();
        assertThat(shown.path("active").asBoolean()).isTrue();
    }

    @Test
    void showsLicenceKeysOnlyToWhoManagesMedia() {
        Map<String, Object> said = new HashMap<>(medium(hash(CONTENT)));
        said.put("keys", List.of(Map.of("key", "SECRET-1", "permissions", 3)));
        operator.post("/api/media", said).expect(201);
        ReleaseStory release = ReleaseStory.registered(slipway);
        operator.post(release.path() + "/links/media", Map.of("key", key)).expect(201);

        assertThat(operator.get(media).text()).contains("SECRET-1");
        for (String path : List.of(media, "/api/media?text=" + key, release.path() + "/links/media")) {
            String seen = auditor.get(path).expect(200).text();
            assertThat(seen).contains("\"numberOfLicences\":3").doesNotContain("SECRET-1");
        }
    }

    @Test
    void refusesWhatIsWrongAndWhoMayNot() {
        auditor.get(media).expectProblem(404, "media-unknown");
        operator.patch(media, Map.of("name", "x")).expectProblem(404, "media-unknown");
        requester.post("/api/media", medium()).expectProblem(403, "operation-not-allowed");
        field(operator.post("/api/media", Map.of("key", key)).expectProblem(400, "required"), "name");
        field(
                operator.post("/api/media", Map.of("name", "x", "physicalAddress", "Safe 1"))
                        .expectProblem(400, "required"),
                "mediaType");
        operator.post("/api/media", medium("not a hash")).expectProblem(400, "fields-invalid");
        Map<String, Object> lost = new HashMap<>(medium());
        lost.put("knowledge", List.of(key));
        field(operator.post("/api/media", lost).expectProblem(400, "knowledge-unknown"), "knowledge[0]");
        operator.post("/api/media", medium()).expect(201);
        operator.post("/api/media", medium()).expectProblem(409, "media-exists");
        requester.patch(media, Map.of("name", "x")).expectProblem(403, "operation-not-allowed");
        requester.post(media + "/homologation").expectProblem(403, "operation-not-allowed");
    }

    @Test
    void listsRetiredMediaOnlyWhenAskedFor() {
        operator.post("/api/media", medium()).expect(201);
        assertThat(keys("/api/media?text=" + key)).containsExactly(key);

        operator.patch(media, Map.of("endDate", "2020-01-31")).expect(200);

        assertThat(keys("/api/media?text=" + key)).isEmpty();
        assertThat(keys("/api/media?retired=true&text=" + key.toLowerCase())).containsExactly(key);
        assertThat(auditor.get(media).json().path("active").asBoolean()).isFalse();
    }

    @Test
    void homologatesAContentByAnotherPersonThanWhoBroughtIt() {
        operator.post("/api/media", medium()).expect(201);
        approver.post(media + "/homologation").expectProblem(422, "media-without-hash");
        operator.patch(media, Map.of("sha256", hash(CONTENT).toUpperCase())).expect(200);

        operator.post(media + "/homologation").expectProblem(422, "media-four-eyes");
        approver.post(media + "/homologation", Map.of("sha256", hash("another")))
                .expectProblem(422, "media-hash-differs");
        JsonNode homologated = approver.post(media + "/homologation", Map.of("sha256", hash(CONTENT)))
                .expect(200)
                .json();

        assertThat(homologated.path("homologation").path("sha256").asText()).isEqualTo(hash(CONTENT));
        assertThat(homologated.path("homologation").path("by").asText()).isEqualTo("approver");
        assertThat(homologated.path("homologated").asBoolean()).isTrue();
        assertThat(operator.patch(media, Map.of("name", "Payments", "sha256", hash(CONTENT)))
                        .json()
                        .path("homologated")
                        .asBoolean())
                .as("the same content again")
                .isTrue();
        JsonNode changed = manager.patch(media, Map.of("sha256", hash("another")))
                .expect(200)
                .json();
        assertThat(changed.path("homologated").asBoolean()).isFalse();
        assertThat(changed.path("hashSetBy").asText()).isEqualTo("manager");
        assertThat(changed.path("homologation").path("sha256").asText()).isEqualTo(hash(CONTENT));
    }

    @Test
    void verifiesAFileWithoutKeepingIt() {
        operator.post("/api/media", medium()).expect(201);
        SlipwayClient bytes = operator.with("Content-Type", "application/octet-stream");
        bytes.post(media + "/verification", CONTENT).expectProblem(422, "media-without-hash");
        operator.patch(media, Map.of("sha256", hash(CONTENT))).expect(200);
        JsonNode before = operator.get(media).json();

        JsonNode same = bytes.post(media + "/verification", CONTENT).expect(200).json();
        JsonNode other =
                bytes.post(media + "/verification", CONTENT + "!").expect(200).json();

        assertThat(same.path("matches").asBoolean()).isTrue();
        assertThat(same.path("sha256").asText()).isEqualTo(hash(CONTENT));
        assertThat(other.path("matches").asBoolean()).isFalse();
        assertThat(other.path("sha256").asText()).isEqualTo(hash(CONTENT + "!"));
        assertThat(operator.get(media).json()).isEqualTo(before);
        requester
                .with("Content-Type", "application/octet-stream")
                .post(media + "/verification", CONTENT)
                .expectProblem(403, "operation-not-allowed");
        operator.with("Content-Type", "multipart/form-data; boundary=x")
                .post(
                        media + "/verification",
                        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n" + CONTENT
                                + "\r\n--x--\r\n")
                .expect(200);
    }

    @Test
    void linksAMediumOnceAndUnlinksItAndTellsTheHistory() {
        operator.post("/api/media", medium()).expect(201);
        ReleaseStory release = ReleaseStory.registered(slipway);
        String links = release.path() + "/links/media";

        requester.post(links, Map.of("key", key)).expect(201);

        field(requester.post(links, Map.of("key", key)).expectProblem(409, "already-linked"), "key");
        assertThat(keys(links)).containsExactly(key);
        auditor.as("modeler").delete(links + "/" + key).expectProblem(403, "operation-not-allowed");
        requester.delete(links + "/" + key).expect(204);
        requester.delete(links + "?key=" + key).expectProblem(404, "link-unknown");
        field(requester.post(links, Map.of("key", key + "?")).expectProblem(400, "media-unknown"), "key");
        field(requester.post(links, Map.of()).expectProblem(400, "required"), "key");
        List<String> told = new ArrayList<>();
        auditor.get(release.path() + "/history")
                .json()
                .path("items")
                .forEach(line -> told.add(line.path("text").asText()));
        assertThat(told).containsSubsequence("media: + " + key, "media: − " + key);
    }

    @Test
    void addsAMediumThatIsNewWhileLinkingItForWhoManagesMedia() {
        String links = ReleaseStory.registered(slipway).path() + "/links/media";
        requester.post(links, medium()).expectProblem(403, "operation-not-allowed");

        operator.post(links, medium()).expect(201);
        JsonNode unnamed = operator.post(
                        links, Map.of("name", "Patch 7", "physicalAddress", "Safe 2", "mediaType", "Disc"))
                .expect(201)
                .json();

        assertThat(unnamed.path("key").asText()).matches("MED-[0-9A-F]{8}");
        assertThat(keys(links))
                .containsExactlyInAnyOrder(key, unnamed.path("key").asText());
    }

    @Test
    void linksOnlyActiveMedia() {
        operator.post("/api/media", medium()).expect(201);
        operator.patch(media, Map.of("endDate", "2020-01-31")).expect(200);
        String links = ReleaseStory.registered(slipway).path() + "/links/media";

        operator.post(links, Map.of("key", key)).expectProblem(422, "media-retired");

        operator.patch(media, Map.of("endDate", "2999-01-01")).expect(200);
        operator.post(links, Map.of("key", key)).expect(201);
    }

    @Test
    void noReleaseIsExecutedWithAMediumThatIsNotHomologated() {
        operator.post("/api/media", medium()).expect(201);
        ReleaseStory release = ReleaseStory.registered(slipway);
        operator.post(release.path() + "/links/media", Map.of("key", key)).expect(201);
        release.until("executeRelease");

        executionRefused(release, "media-not-homologated");
        operator.patch(media, Map.of("sha256", hash(CONTENT))).expect(200);
        executionRefused(release, "media-not-homologated");

        approver.post(media + "/homologation").expect(200);
        release.executed();
    }

    @Test
    void noReleaseIsExecutedWithAMediumWhoseContentChangedSinceItsHomologation() {
        operator.post("/api/media", medium(hash(CONTENT))).expect(201);
        approver.post(media + "/homologation").expect(200);
        ReleaseStory release = ReleaseStory.registered(slipway).until("executeRelease");
        operator.post(release.path() + "/links/media", Map.of("key", key)).expect(201);
        operator.patch(media, Map.of("sha256", hash("swapped"))).expect(200);

        executionRefused(release, "media-hash-differs");
        release.complete("operator", "executeRelease", Map.of("outcome", "NOT_SOLVED", "executionRecord", "Swapped"))
                .expect(200);
        assertThat(release.status()).isEqualTo("NOT_SOLVED");
        release.authorised();
        executionRefused(release, "media-hash-differs");

        operator.patch(media, Map.of("sha256", hash(CONTENT))).expect(200);
        release.executed().tested();
    }

    private void executionRefused(ReleaseStory release, String refusal) {
        JsonNode problem = release.complete("operator", "executeRelease", Map.of("outcome", "SOLVED"))
                .expectProblem(422, refusal)
                .json();
        assertThat(problem.path("detail").asText()).contains(key);
        assertThat(release.status()).isEqualTo("IN_EXECUTION");
    }

    private Map<String, Object> medium(String sha256) {
        Map<String, Object> said = medium();
        said.put("sha256", sha256);
        return said;
    }

    private Map<String, Object> medium() {
        Map<String, Object> said = new HashMap<>();
        said.put("key", key);
        said.put("name", "Payments");
        said.put("version", "4.2");
        said.put("physicalAddress", "Safe 1");
        said.put("mediaType", "Archive");
        return said;
    }

    private static void field(SlipwayClient.Answer answer, String field) {
        assertThat(answer.json().path("field").asText()).isEqualTo(field);
    }

    private List<String> keys(String path) {
        List<String> keys = new ArrayList<>();
        auditor.get(path)
                .expect(200)
                .json()
                .path("items")
                .forEach(item -> keys.add(item.path("key").asText()));
        return keys;
    }

    private static String hash(String content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
