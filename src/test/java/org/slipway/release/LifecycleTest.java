package org.slipway.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;

@SlipwayTest
@OnBothDatabases
class LifecycleTest {

    private final SlipwayClient slipway;

    LifecycleTest(SlipwayClient slipway) {
        this.slipway = slipway;
    }

    @Test
    void takesAReleaseFromRegistrationToConclusion() {
        ReleaseStory release = ReleaseStory.registered(slipway);
        assertThat(release.status()).isEqualTo("REGISTERED");
        assertThat(release.openTasks()).containsExactly("planRelease");
        assertThat(release.planned().status()).isEqualTo("PLANNED");
        assertThat(release.approved().status()).isEqualTo("APPROVED");
        assertThat(release.authorised().status()).isEqualTo("IN_EXECUTION");
        assertThat(release.executed().status()).isEqualTo("EXECUTED");
        assertThat(release.tested().status()).isEqualTo("EXECUTED");
        assertThat(release.homologated().status()).isEqualTo("SOLVED");
        assertThat(release.accepted().status()).isEqualTo("CONCLUDED");
        JsonNode record = release.record();
        assertThat(record.path("currentTasks")).isEmpty();
        assertThat(record.path("concludedAt").asText()).isNotEmpty();
        assertThat(record.path("closure").asText()).isEqualTo("Runs in production");
        JsonNode again = release.reopened("DEPLOYMENT").record();
        assertThat(again.path("closure").isNull()).isTrue();
        assertThat(again.path("solutionCategory").isNull()).isTrue();
        assertThat(slipway.as("auditor").get(release.path() + "/history").text())
                .contains("solutionCategory: Deployed as planned");
    }

    @Test
    void isReopenedWithWindowsThatAreStillAhead() {
        ReleaseStory release = ReleaseStory.registered(slipway).concluded();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        Map<String, Object> wanted =
                new HashMap<>(Map.of("justification", release.justification("REOPENING"), "phase", "DEPLOYMENT"));
        wanted.put("deployment", ReleaseStory.window(now.minus(300, ChronoUnit.DAYS), Duration.ofDays(1)));
        release.post("manager", "reopening", wanted).expectProblem(422, "window-past");
        wanted.put("deployment", ReleaseStory.window(now, Duration.ofDays(5000)));
        release.post("manager", "reopening", wanted).expectProblem(400, "window-far");
    }

    @Test
    void sendsAPlanBackUntilItIsApproved() {
        ReleaseStory release = ReleaseStory.registered(slipway).planned();
        release.complete(
                        "approver",
                        "approveRelease",
                        Map.of("decision", "SENT_BACK", "observations", "No back-out plan"))
                .expect(200);
        assertThat(release.status()).isEqualTo("REGISTERED");
        assertThat(release.openTasks()).containsExactly("planRelease");
        assertThat(release.planned().approved().status()).isEqualTo("APPROVED");
    }

    @Test
    void endsAReleaseWhosePlanIsRejected() {
        ReleaseStory release = ReleaseStory.registered(slipway).planned();
        release.complete("approver", "approveRelease", Map.of("decision", "REJECTED", "observations", "Too risky"))
                .expect(200);
        assertThat(release.status()).isEqualTo("REJECTED");
        assertThat(release.openTasks()).isEmpty();
    }

    @Test
    void sendsAReleaseBackToPlanningWhenItsRequesterDoesNotAuthoriseIt() {
        ReleaseStory release = ReleaseStory.registered(slipway).until("authoriseRelease");
        release.complete("requester", "authoriseRelease", Map.of("decision", "NO_GO", "observations", "Fair week"))
                .expect(200);
        assertThat(release.status()).isEqualTo("REGISTERED");
        assertThat(release.openTasks()).containsExactly("planRelease");
    }

    @Test
    void isInExecutionAgainAfterAFailureIsAuthorisedAgain() {
        ReleaseStory release = ReleaseStory.registered(slipway).until("testRelease");
        release.complete(
                        "operator", "testRelease", Map.of("outcome", "NOT_SOLVED", "executionRecord", "Smoke test red"))
                .expect(200);
        assertThat(release.status()).isEqualTo("NOT_SOLVED");
        assertThat(release.authorised().status()).isEqualTo("IN_EXECUTION");
    }

    @Test
    void goesBackToDeploymentWhenItsRequesterRefusesIt() {
        ReleaseStory release = ReleaseStory.registered(slipway).until("closeRelease");
        release.complete("requester", "closeRelease", Map.of("accepted", false, "executionRecord", "Totals are wrong"))
                .expect(200);
        assertThat(release.status()).isEqualTo("NOT_SOLVED");
        assertThat(release.openTasks()).containsExactly("authoriseRelease");
        assertThat(release.concluded().status()).isEqualTo("CONCLUDED");
    }

    @Test
    void restoresItsStatusAndItsWorkWhenReactivated() {
        ReleaseStory release =
                ReleaseStory.registered(slipway).until("executeRelease").suspended();
        assertThat(release.status()).isEqualTo("SUSPENDED");
        release.complete("operator", "executeRelease", Map.of("outcome", "SOLVED"))
                .expectProblem(409, "release-suspended");
        release.post("manager", "suspension", Map.of("justification", release.justification("SUSPENSION")))
                .expectProblem(409, "transition-not-legal");
        assertThat(release.reactivated().status()).isEqualTo("IN_EXECUTION");
        assertThat(release.concluded().status()).isEqualTo("CONCLUDED");
    }

    @Test
    void isCancelledWhileSuspended() {
        ReleaseStory release = ReleaseStory.registered(slipway)
                .until("approveRelease")
                .suspended()
                .cancelled();
        assertThat(release.status()).isEqualTo("CANCELLED");
        assertThat(release.openTasks()).isEmpty();
        release.post("manager", "cancellation", Map.of("reason", "Again")).expectProblem(409, "transition-not-legal");
    }

    @Test
    void beginsANewCycleWhenReopened() {
        ReleaseStory release = ReleaseStory.registered(slipway).concluded().reopened("DEPLOYMENT");
        assertThat(release.status()).isEqualTo("REOPENED");
        assertThat(release.record().path("cycle").asInt()).isEqualTo(2);
        assertThat(release.openTasks()).containsExactly("authoriseRelease");
        assertThat(release.concluded().status()).isEqualTo("CONCLUDED");
        assertThat(release.reopened("PLANNING").openTasks()).containsExactly("planRelease");
        assertThat(release.record().path("cycle").asInt()).isEqualTo(3);
    }

    @Test
    void reopensWhatWasCancelledOrRejected() {
        ReleaseStory release = ReleaseStory.registered(slipway).cancelled().reopened("PLANNING");
        assertThat(release.status()).isEqualTo("REOPENED");
        assertThat(release.concluded().status()).isEqualTo("CONCLUDED");
    }

    @Test
    void reopensInDeploymentOnlyWhatWasApproved() {
        ReleaseStory rejected = ReleaseStory.registered(slipway).planned();
        rejected.complete("approver", "approveRelease", Map.of("decision", "REJECTED", "observations", "Too risky"))
                .expect(200);
        List<ReleaseStory> never = List.of(
                rejected,
                ReleaseStory.registered(slipway).planned().cancelled(),
                ReleaseStory.registered(slipway)
                        .concluded()
                        .reopened("PLANNING")
                        .cancelled());
        for (ReleaseStory release : never) {
            Map<String, ?> wanted = Map.of("justification", release.justification("REOPENING"), "phase", "DEPLOYMENT");
            JsonNode problem = release.post("manager", "reopening", wanted)
                    .expectProblem(422, "plan-not-approved")
                    .json();
            assertThat(problem.path("field").asText()).isEqualTo("phase");
        }
        ReleaseStory approved =
                ReleaseStory.registered(slipway).planned().approved().cancelled();
        assertThat(approved.reopened("DEPLOYMENT").openTasks()).containsExactly("authoriseRelease");
    }
}
