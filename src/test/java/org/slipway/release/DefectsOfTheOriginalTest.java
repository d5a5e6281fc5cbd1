package org.slipway.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.slipway.support.MovableClock;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;

/** What the system that this one follows did wrong (src/docs/domain.md) and this one does not. */
@SlipwayTest
@OnBothDatabases
class DefectsOfTheOriginalTest {

    private final SlipwayClient slipway;
    private final MovableClock clock;
    private final IdentityService identities;

    DefectsOfTheOriginalTest(SlipwayClient slipway, MovableClock clock, IdentityService identities) {
        this.slipway = slipway;
        this.clock = clock;
        this.identities = identities;
    }

    @Test
    void everyStatusIsReached() {
        List<String> reached = new ArrayList<>();
        ReleaseStory concluded = ReleaseStory.registered(slipway);
        reached.add(concluded.status());
        concluded.until("testRelease").suspended().reactivated();
        concluded
                .complete("operator", "testRelease", Map.of("outcome", "NOT_SOLVED", "executionRecord", "Red"))
                .expect(200);
        reached.addAll(statuses(concluded.concluded().reopened("PLANNING").cancelled()));
        ReleaseStory rejected = ReleaseStory.registered(slipway).planned();
        rejected.complete("approver", "approveRelease", Map.of("decision", "REJECTED", "observations", "No"))
                .expect(200);
        reached.addAll(statuses(rejected));
        assertThat(reached)
                .contains(Arrays.stream(ReleaseStatus.values()).map(Enum::name).toArray(String[]::new));
    }

    @Test
    void reactivationRestoresTheStatusAndIsWrittenDown() {
        ReleaseStory release =
                ReleaseStory.registered(slipway).planned().suspended().reactivated();
        assertThat(release.status()).isEqualTo("PLANNED");
        assertThat(categories(release)).contains("SUSPENSION", "REACTIVATION");
    }

    @Test
    void suspendedTasksCanNeitherBeCapturedNorCompleted() {
        ReleaseStory release = ReleaseStory.registered(slipway).suspended();
        String task = release.task("planRelease");
        slipway.as("operator").post("/api/tasks/" + task + "/claim").expectProblem(409, "release-suspended");
        slipway.as("operator")
                .post("/engine-rest/task/" + task + "/complete", Map.of())
                .expect(409);
        assertThat(release.record().path("currentTasks").findValuesAsText("suspended"))
                .contains("true");
    }

    @Test
    void aCancelledReleaseStopsItsClockAndCanBeReopened() {
        ReleaseStory release = ReleaseStory.registered(slipway);
        clock.advance(Duration.ofHours(30));
        release.cancelled();
        long delay = release.record().path("delayMinutes").asLong();
        clock.advance(Duration.ofDays(3));
        assertThat(release.record().path("delayMinutes").asLong()).isEqualTo(delay);
        assertThat(release.reopened("PLANNING").status()).isEqualTo("REOPENED");
    }

    @Test
    void reopeningCountsNeedsAReasonAndGetsANewWindow() {
        ReleaseStory release = ReleaseStory.registered(slipway).concluded();
        release.post("manager", "reopening", Map.of("phase", "PLANNING")).expect(400);
        clock.advance(Duration.ofDays(10));
        release.reopened("PLANNING");
        JsonNode record = release.record();
        assertThat(record.path("cycle").asInt()).isEqualTo(2);
        assertThat(Instant.parse(record.path("deadline").asText())).isAfter(clock.instant());
        assertThat(record.path("delayMinutes").asLong()).isZero();
        assertThat(release.concluded()
                        .reopened("DEPLOYMENT")
                        .record()
                        .path("cycle")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void theRequesterMayRefuseAtTheEnd() {
        ReleaseStory release = ReleaseStory.registered(slipway).until("closeRelease");
        release.complete("requester", "closeRelease", Map.of("accepted", false))
                .expectProblem(422, "required-for-not-solved");
        release.complete("requester", "closeRelease", Map.of("accepted", false, "executionRecord", "Wrong totals"))
                .expect(200);
        assertThat(release.status()).isEqualTo("NOT_SOLVED");
    }

    @Test
    void theApproverGroupApproves() {
        ReleaseStory release = ReleaseStory.registered(slipway).planned();
        JsonNode task = release.record().path("currentTasks").path(0);
        assertThat(task.path("candidateGroups").toString()).isEqualTo("[\"approvers\"]");
        release.complete("operator", "approveRelease", Map.of("decision", "APPROVED"))
                .expectProblem(403, "task-not-offered");
        assertThat(release.approved().record().path("approvedBy").asText()).isEqualTo("approver");
    }

    @Test
    void aReleaseIsNotStuckWhenItsRequesterIsGone() {
        String gone = leaver();
        ReleaseStory release = askedForBy(gone).planned();
        identities.deleteUser(gone);
        release.approved();
        assertThat(release.record()
                        .path("currentTasks")
                        .path(0)
                        .path("candidateGroups")
                        .toString())
                .isEqualTo("[\"release-managers\"]");
        release.complete("operator", "authoriseRelease", Map.of("decision", "GO"))
                .expectProblem(403, "task-requesters");
        release.complete("manager", "authoriseRelease", Map.of("decision", "GO"))
                .expect(200);
        assertThat(release.status()).isEqualTo("IN_EXECUTION");
    }

    @Test
    void aReleaseIsNotStuckWhenItsRequesterGoesWhileItWaitsForHim() {
        String gone = leaver();
        ReleaseStory waiting = askedForBy(gone).planned().approved();
        ReleaseStory suspended = askedForBy(gone).planned().approved().suspended();
        slipway.as("admin").delete("/engine-rest/user/" + gone).expect(204);
        for (ReleaseStory release : List.of(waiting, suspended.reactivated())) {
            release.complete("operator", "authoriseRelease", Map.of("decision", "GO"))
                    .expectProblem(403, "task-requesters");
            release.complete("manager", "authoriseRelease", Map.of("decision", "GO"))
                    .expect(200);
            assertThat(release.status()).isEqualTo("IN_EXECUTION");
        }
    }

    private String leaver() {
        String gone = "leaver-" + UUID.randomUUID().toString().substring(0, 8);
        User user = identities.newUser(gone);
        user.setPassword(SlipwayClient.PASSWORD);
        identities.saveUser(user);
        return gone;
    }

    private ReleaseStory askedForBy(String requester) {
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        registration.put("requester", requester);
        return ReleaseStory.registered(slipway, registration);
    }

    @Test
    void timeUntilCaptureIsMeasured() {
        ReleaseStory release = ReleaseStory.registered(slipway);
        clock.advance(Duration.ofMinutes(90));
        slipway.as("operator")
                .post("/api/tasks/" + release.task("planRelease") + "/claim")
                .expect(200);
        assertThat(release.record().path("captureMinutes").asLong()).isBetween(90L, 91L);
        assertThat(release.record().path("responsible").asText()).isEqualTo("operator");
    }

    @Test
    void aConfigurationItemThatCannotBeChangedRefusesTheClosingInsteadOfBeingSwallowed() {
        String key = "item-" + UUID.randomUUID();
        slipway.as("manager")
                .post("/api/configuration-items", Map.of("key", key, "name", key, "itemClass", "Service"))
                .expect(201);
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        registration.put("configurationItems", List.of(key));
        ReleaseStory release = ReleaseStory.registered(slipway, registration).until("closeRelease");
        slipway.as("manager")
                .patch("/api/configuration-items/" + key, Map.of("status", "DESTROYED"))
                .expect(200);
        release.complete("requester", "closeRelease", Map.of("accepted", true))
                .expectProblem(422, "configuration-item-destroyed");
        assertThat(release.status()).isEqualTo("SOLVED");
        assertThat(release.openTasks()).containsExactly("closeRelease");
    }

    @Test
    void notificationChoicesAreKeptAsGiven() {
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        registration.put("notifications", Map.of("onCreation", false, "onClosing", true, "onOtherActions", false));
        JsonNode chosen =
                ReleaseStory.registered(slipway, registration).record().path("notifications");
        assertThat(chosen.path("onCreation").asBoolean()).isFalse();
        assertThat(chosen.path("onClosing").asBoolean()).isTrue();
        assertThat(chosen.path("onOtherActions").asBoolean()).isFalse();
    }

    @Test
    void theClosingPeriodFindsEveryReleaseThatEnded() {
        String from = Instant.now().minus(1, ChronoUnit.MINUTES).toString();
        List<String> ended = List.of(
                ReleaseStory.registered(slipway).concluded().number(),
                ReleaseStory.registered(slipway).cancelled().number());
        String open = ReleaseStory.registered(slipway).number();
        JsonNode found = slipway.as("auditor")
                .get("/api/releases?sort=-closed&limit=200&closedFrom=" + from)
                .expect(200)
                .json();
        assertThat(found.path("items").findValuesAsText("number"))
                .containsAll(ended)
                .doesNotContain(open);
    }

    @Test
    void aScheduledActivityIsWrittenIntoTheHistoryOfItsRelease() {
        ReleaseStory release = ReleaseStory.registered(slipway);
        release.post(
                        "operator",
                        "activities",
                        Map.of(
                                "title",
                                "Copy the database",
                                "due",
                                clock.instant().plus(2, ChronoUnit.HOURS).toString(),
                                "estimatedMinutes",
                                30))
                .expect(201);
        assertThat(categories(release)).contains("SCHEDULING");
        assertThat(release.openTasks()).contains("carryOutActivity");
    }

    @Test
    void whoOnlyWatchesFollows() {
        ReleaseStory release = ReleaseStory.registered(slipway);
        slipway.as("auditor").post(release.path() + "/followers").expect(200);
        assertThat(slipway.as("auditor").get(release.path() + "/followers").text())
                .contains("auditor");
        slipway.as("operator").delete(release.path() + "/followers/auditor").expect(200);
        assertThat(slipway.as("auditor").get(release.path() + "/followers").text())
                .doesNotContain("auditor");
    }

    @Test
    void markupIsStrippedFromExecutionRecords() {
        ReleaseStory release = ReleaseStory.registered(slipway).until("executeRelease");
        release.complete(
                        "operator",
                        "executeRelease",
                        Map.of(
                                "outcome",
                                "SOLVED",
                                "executionRecord",
                                "Done <script>alert(1)</script><b>now</b> & 1 < 2"))
                .expect(200);
        assertThat(history(release).toString())
                .contains("Done now & 1")
                .doesNotContain("<script")
                .doesNotContain("<b>");
    }

    private JsonNode history(ReleaseStory release) {
        return slipway.as("auditor")
                .get(release.path() + "/history")
                .expect(200)
                .json();
    }

    private List<String> statuses(ReleaseStory release) {
        return history(release).findValuesAsText("statusAfter");
    }

    private List<String> categories(ReleaseStory release) {
        return history(release).findValuesAsText("category");
    }
}
