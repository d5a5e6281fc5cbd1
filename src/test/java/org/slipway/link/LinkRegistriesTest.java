package org.slipway.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;

/** Situations and back-out plans of changes, system notifications, and how many links of which kind a release has. */
@SlipwayTest
@OnBothDatabases
class LinkRegistriesTest {

    private final SlipwayClient slipway;
    private final SlipwayClient manager;
    private final SlipwayClient requester;
    private final SlipwayClient auditor;

    /** A name that no other test has. */
    private final String mine = "S" + UUID.randomUUID().toString().substring(0, 8);

    LinkRegistriesTest(SlipwayClient slipway) {
        this.slipway = slipway;
        this.manager = slipway.as("manager");
        this.requester = slipway.as("requester");
        this.auditor = slipway.as("auditor");
    }

    @Test
    void offersTheFourSituationsThatThereAlwaysWere() {
        JsonNode offered =
                auditor.get("/api/release-situations?limit=200").expect(200).json();

        assertThat(offered.path("items").findValuesAsText("key"))
                .contains("IN_EXECUTION", "SOLVED", "NOT_SOLVED", "CANCELLED");
        assertThat(offered.path("items").findValuesAsText("name")).contains("In execution", "Not solved");
    }

    @Test
    void keepsSituationsWithNamesOfTheirOwn() {
        JsonNode added = manager.post("/api/release-situations", Map.of("name", "Waits for " + mine))
                .expect(201)
                .json();
        String key = added.path("key").asText();
        assertThat(key).isEqualTo("WAITS_FOR_" + mine.toUpperCase());

        manager.post("/api/release-situations", Map.of("name", "waits for " + mine))
                .expectProblem(409, "situation-exists");
        manager.patch("/api/release-situations/" + key, Map.of("name", "SOLVED"))
                .expectProblem(409, "situation-exists");
        manager.patch("/api/release-situations/NOTHING", Map.of("name", "x")).expectProblem(404, "situation-unknown");
        requester.post("/api/release-situations", Map.of("name", mine)).expectProblem(403, "operation-not-allowed");
        requester
                .patch("/api/release-situations/" + key, Map.of("active", false))
                .expectProblem(403, "operation-not-allowed");
    }

    @Test
    void takesASituationByKeyByNameOrAsAStatusOfReleases() {
        manager.post("/api/release-situations", Map.of("name", "Waits for " + mine))
                .expect(201);
        ReleaseStory release = ReleaseStory.registered(slipway);
        String change = release.path() + "/links/changes/"
                + release.record().path("changes").path(0).asText();

        assertThat(situated(change, "Waits for " + mine)).isEqualTo("WAITS_FOR_" + mine.toUpperCase());
        assertThat(situated(change, "NOT_SOLVED")).isEqualTo("NOT_SOLVED");
        assertThat(situated(change, "EXECUTED")).isEqualTo("EXECUTED");
        JsonNode problem = requester
                .patch(change, Map.of("situation", mine))
                .expectProblem(400, "situation-unknown")
                .json();
        assertThat(problem.path("field").asText()).isEqualTo("situation");
        manager.patch("/api/release-situations/WAITS_FOR_" + mine.toUpperCase(), Map.of("active", false))
                .expect(200);
        requester.patch(change, Map.of("situation", "Waits for " + mine)).expectProblem(422, "situation-not-active");
    }

    @Test
    void showsAtTheLinkHowAChangeCanBeTakenBack() {
        ReleaseStory release = ReleaseStory.registered(slipway);
        String change = release.record().path("changes").path(0).asText();

        manager.post(
                        "/api/changes",
                        Map.of(
                                "number", change,
                                "backoutPlan", "Restore the dump",
                                "backoutPlanUrl", "https://wiki.example.org/plan",
                                "backoutPlanVersion", "3"))
                .expect(200);

        JsonNode linked = auditor.get(release.path() + "/links/changes")
                .expect(200)
                .json()
                .path("items")
                .path(0);
        assertThat(linked.path("backoutPlan").asText()).isEqualTo("Restore the dump");
        assertThat(linked.path("backoutPlanUrl").asText()).isEqualTo("https://wiki.example.org/plan");
        assertThat(linked.path("backoutPlanVersion").asText()).isEqualTo("3");
        manager.post("/api/changes", Map.of("number", change, "backoutPlanUrl", "file:///etc"))
                .expectProblem(400, "fields-invalid");
    }

    @Test
    void tellsPeopleOfAReleaseForAsLongAsItIsValid() {
        ReleaseStory release = ReleaseStory.registered(slipway);
        String notices = release.path() + "/links/notifications";
        Instant now = Instant.now();
        Map<String, String> downtime = Map.of(
                "title",
                "Payments stand still on Sunday",
                "validFrom",
                now.minusSeconds(60).toString(),
                "validTo",
                now.plusSeconds(600).toString(),
                "audience",
                "Branch offices");

        JsonNode added = requester.post(notices, downtime).expect(201).json();

        requester.post(notices, downtime).expectProblem(409, "already-linked");
        requester
                .post(
                        notices,
                        Map.of(
                                "title",
                                "Over before it begins",
                                "validTo",
                                now.minusSeconds(60).toString()))
                .expectProblem(400, "period-reversed");
        requester.post(notices, Map.of("audience", "Nobody")).expectProblem(400, "fields-invalid");
        auditor.as("modeler").post(notices, downtime).expectProblem(403, "operation-not-allowed");
        JsonNode shown = auditor.get(notices).expect(200).json().path("items").path(0);
        assertThat(shown.path("title").asText()).isEqualTo("Payments stand still on Sunday");
        assertThat(shown.path("audience").asText()).isEqualTo("Branch offices");
        assertThat(shown.path("valid").asBoolean()).isTrue();

        requester.delete(notices + "/" + added.path("id").asText()).expect(204);
        requester.delete(notices + "/" + added.path("id").asText()).expectProblem(404, "link-unknown");
        assertThat(auditor.get(notices).json().path("items")).isEmpty();
        release.cancelled();
        requester.post(notices, downtime).expectProblem(409, "release-ended");
    }

    @Test
    void countsTheLinksOfEachKind() {
        ReleaseStory release = ReleaseStory.registered(slipway);
        requester
                .post(release.path() + "/links/problems", Map.of("number", mine + 1, "title", "x"))
                .expect(201);
        requester
                .post(release.path() + "/links/problems", Map.of("number", mine + 2, "title", "x"))
                .expect(201);
        requester
                .post(release.path() + "/links/notifications", Map.of("title", "x"))
                .expect(201);

        assertThat(auditor.get(release.path() + "/links").expect(200).text())
                .isEqualTo("{\"changes\":1,\"notifications\":1,\"problems\":2}");
        assertThat(requesters(release)).contains("LINK");
        auditor.get("/api/releases/REL-999999/links").expectProblem(404, "release-unknown");
    }

    private List<String> requesters(ReleaseStory release) {
        List<String> actions = new ArrayList<>();
        requester.get(release.path()).json().path("actions").forEach(action -> actions.add(action.asText()));
        return actions;
    }

    private String situated(String change, String situation) {
        return requester
                .patch(change, Map.of("situation", situation))
                .expect(200)
                .json()
                .path("situation")
                .asText();
    }
}
