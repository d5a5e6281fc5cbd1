package org.slipway.process.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slipway.process.ModelCoverage;
import org.slipway.process.ProcessTest;
import org.slipway.process.RunningModels;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;

/** A portfolio model bound to a second deployment flow runs it. */
@ProcessTest
class PilotDeploymentTest {

    @RegisterExtension
    static final ModelCoverage COVERAGE = ModelCoverage.of(PilotDeploymentTest.FLOW);

    private static final String FLOW = "release-pilot-deployment";

    private final SlipwayClient slipway;
    private final RunningModels running;

    PilotDeploymentTest(SlipwayClient slipway, RunningModels running) {
        this.slipway = slipway;
        this.running = running;
    }

    @BeforeEach
    void offerTheModel() {
        slipway.as("manager")
                .patch("/api/portfolios/general/models/pilot", Map.of("status", "ACTIVE"))
                .expect(200);
    }

    @Test
    void deploysToThePilotAndOnlyThenToProduction() {
        ReleaseStory release = registered().until("authoriseRelease");
        ProcessInstance deployment = running.of(release, FLOW);
        assertThat(release.record().path("deploymentFlow").asText()).startsWith(FLOW + ":");
        release.authorised().executed().tested();
        assertThat(release.status()).isEqualTo("EXECUTED");
        release.complete("approver", "extendRelease", Map.of("outcome", "SOLVED"))
                .expect(403);
        release.extended();
        assertThat(deployment).isWaitingAt("homologateRelease");
        release.homologated();
        assertThat(deployment)
                .isEnded()
                .hasPassedInOrder(
                        "executeRelease",
                        "recordExecution",
                        "testRelease",
                        "extendRelease",
                        "homologateRelease",
                        "recordSolution",
                        "releaseDeployed")
                .hasNotPassed("windowAwaited", "recordFailure");
        release.accepted();
        assertThat(release.status()).isEqualTo("CONCLUDED");
    }

    @ParameterizedTest
    @CsvSource({
        "executeRelease, operator, false",
        "testRelease, operator, true",
        "extendRelease, operator, false",
        "extendRelease, operator, true",
        "homologateRelease, approver, true"
    })
    void asksForAuthorisationAgainWhenAStepIsNotSolved(String task, String person, boolean backOut) {
        ReleaseStory release = registered().until(task);
        ProcessInstance deployment = running.of(release, FLOW);
        release.complete(person, task, Map.of("outcome", "NOT_SOLVED")).expectProblem(422, "required-for-not-solved");
        release.complete(person, task, Map.of("outcome", "NOT_SOLVED", "executionRecord", "Broken", "backOut", backOut))
                .expect(200);
        assertThat(deployment).isWaitingAtExactly("authoriseRelease");
        assertThat(release.status()).isEqualTo("NOT_SOLVED");
        assertThat(running.occurrences(release, "BACK_OUT")).hasSize(backOut ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        "authoriseRelease, authoriseReleaseOverdue",
        "executeRelease, executeReleaseOverdue",
        "testRelease, testReleaseOverdue",
        "extendRelease, extendReleaseOverdue",
        "homologateRelease, homologateReleaseOverdue"
    })
    void bringsToMindWhatIsOverdue(String task, String timer) {
        ReleaseStory release = registered().until(task);
        running.timeComes(release, timer);
        assertThat(running.of(release, FLOW)).isWaitingAt(task).hasPassed("overdueWorkEscalated");
        assertThat(running.occurrences(release, "ESCALATION")).containsExactly(task);
    }

    @Test
    void endsWhenTheRequesterDoesNotAuthoriseIt() {
        ReleaseStory release = registered().until("authoriseRelease");
        ProcessInstance deployment = running.of(release, FLOW);
        release.complete("requester", "authoriseRelease", Map.of("decision", "NO_GO", "observations", "Fair week"))
                .expect(200);
        assertThat(deployment).isEnded().hasPassed("authorisationRefused");
    }

    @Test
    void waitsUntilTheWindowOpensOrSomebodyStartsEarly() {
        Instant opening = Instant.now().plus(3, ChronoUnit.DAYS);
        ReleaseStory early = registeredFor(opening).until("authoriseRelease").authorised();
        ReleaseStory waiting = registeredFor(opening).until("authoriseRelease").authorised();
        early.post("manager", "early-start", Map.of("reason", "Quiet night")).expect(200);
        assertThat(running.of(early, FLOW)).isWaitingAt("executeRelease").hasPassed("recordEarlyStart");
        running.timeComes(waiting, "deploymentWindowOpened");
        assertThat(waiting.openTasks()).containsExactly("executeRelease");
    }

    @Test
    void carriesOutActivitiesBesideAndWaitsForThem() {
        ReleaseStory release = registered().until("homologateRelease");
        ProcessInstance deployment = running.of(release, FLOW);
        Instant due = Instant.now().plus(2, ChronoUnit.HOURS);
        release.post(
                        "operator",
                        "activities",
                        Map.of("title", "Watch the queues", "due", due.toString(), "estimatedMinutes", 30))
                .expect(201);
        release.homologated();
        running.timeComes(release, "carryOutActivityOverdue");
        assertThat(deployment).isWaitingAt("carryOutActivity").hasPassed("overdueActivityEscalated");
        release.complete("manager", "carryOutActivity", Map.of("executionRecord", "Calm"))
                .expect(200);
        assertThat(deployment).isEnded().hasPassed("activityFinished");
    }

    private ReleaseStory registered() {
        return registeredFor(null);
    }

    private ReleaseStory registeredFor(@Nullable Instant opening) {
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        registration.put("model", "pilot");
        if (opening != null) {
            registration.put("deployment", ReleaseStory.window(opening, Duration.ofHours(4)));
        }
        return ReleaseStory.registered(slipway, registration);
    }
}
