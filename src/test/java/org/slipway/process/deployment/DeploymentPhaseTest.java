package org.slipway.process.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slipway.process.ModelCoverage;
import org.slipway.process.ProcessTest;
import org.slipway.process.RunningModels;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;

@ProcessTest
class DeploymentPhaseTest {

    @RegisterExtension
    static final ModelCoverage COVERAGE = ModelCoverage.of("release-deployment");

    private final SlipwayClient slipway;
    private final RunningModels running;

    DeploymentPhaseTest(SlipwayClient slipway, RunningModels running) {
        this.slipway = slipway;
        this.running = running;
    }

    @Test
    void authorisesExecutesTestsAndHomologates() {
        ReleaseStory release = ReleaseStory.registered(slipway).until("authoriseRelease");
        ProcessInstance deployment = running.of(release, "release-deployment");
        assertThat(deployment).isWaitingAt("authoriseRelease");
        release.authorised();
        assertThat(deployment).isWaitingAt("executeRelease");
        release.executed();
        assertThat(deployment).isWaitingAt("testRelease");
        release.tested();
        assertThat(deployment).isWaitingAt("homologateRelease");
        release.homologated();
        assertThat(deployment)
                .isEnded()
                .hasPassedInOrder(
                        "deploymentStarted",
                        "authoriseRelease",
                        "recordAuthorisation",
                        "deploymentWindowOpen",
                        "executeRelease",
                        "recordExecution",
                        "testRelease",
                        "homologateRelease",
                        "recordSolution",
                        "releaseDeployed")
                .hasNotPassed("windowAwaited", "recordFailure");
    }

    @Test
    void endsWhenTheRequesterDoesNotAuthoriseIt() {
        ReleaseStory release = ReleaseStory.registered(slipway).until("authoriseRelease");
        ProcessInstance deployment = running.of(release, "release-deployment");
        release.complete("requester", "authoriseRelease", Map.of("decision", "NO_GO", "observations", "Fair week"))
                .expect(200);
        assertThat(deployment).isEnded().hasPassed("authorisationRefused").hasNotPassed("executeRelease");
    }

    @Test
    void waitsUntilTheWindowOpens() {
        Instant opening = Instant.now().plus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MINUTES);
        ReleaseStory release = opening(opening).until("authoriseRelease").authorised();
        ProcessInstance deployment = running.of(release, "release-deployment");
        assertThat(deployment).isWaitingAt("windowAwaited");
        assertThat(release.openTasks()).isEmpty();
        assertThat(running.due(release, "deploymentWindowOpened")).isEqualTo(opening);
        running.timeComes(release, "deploymentWindowOpened");
        assertThat(deployment).isWaitingAt("executeRelease").hasPassed("deploymentWindowOpened");
    }

    @Test
    void startsEarlyForAReasonThatIsWrittenDown() {
        ReleaseStory release = opening(Instant.now().plus(3, ChronoUnit.DAYS))
                .until("authoriseRelease")
                .authorised();
        ProcessInstance deployment = running.of(release, "release-deployment");
        release.post("operator", "early-start", Map.of("reason", "Quiet night")).expect(403);
        assertThat(deployment).isWaitingAt("windowAwaited");
        release.post("manager", "early-start", Map.of("reason", "Quiet night")).expect(200);
        assertThat(deployment)
                .isWaitingAt("executeRelease")
                .hasPassedInOrder("earlyStartRequested", "recordEarlyStart", "windowReached")
                .hasNotPassed("deploymentWindowOpened");
        assertThat(slipway.as("auditor").get(release.path() + "/history").text())
                .contains("Quiet night");
    }

    /** Also where he acts for others: under delegation, ahead of the window, against a suspension. */
    @Test
    void isJournalledInTheNameOfTheRealPersonAndOfNobodyWhereTheClockActs() {
        ReleaseStory release = opening(Instant.now().plus(3, ChronoUnit.DAYS));
        slipway.as("manager")
                .post("/api/tasks/" + release.task("planRelease") + "/delegation", Map.of("user", "operator"))
                .expect(200);
        release.planned().until("authoriseRelease");
        running.timeComes(release, "authoriseReleaseOverdue");
        release.authorised().suspended().reactivated();
        release.post("manager", "early-start", Map.of("reason", "Quiet night")).expect(200);

        JsonNode lines = slipway.as("auditor")
                .get("/api/audit/journal?limit=200&release=" + release.number())
                .expect(200)
                .json()
                .path("items");

        assertThat(lines)
                .extracting(
                        line -> line.path("kind").asText(),
                        line -> line.at("/detail/task").asText(),
                        line -> line.path("person").asText(),
                        line -> line.path("origin").asText())
                .contains(
                        tuple("SHARING", "planRelease", "manager", "127.0.0.1 /api"),
                        tuple("EXECUTION", "planRelease", "operator", "127.0.0.1 /api"),
                        tuple("ESCALATION", "authoriseRelease", "slipway", "null"),
                        tuple("SUSPENSION", "", "manager", "127.0.0.1 /api"),
                        tuple("REACTIVATION", "", "manager", "127.0.0.1 /api"),
                        tuple("SCHEDULING", "", "manager", "127.0.0.1 /api"));
    }

    @ParameterizedTest
    @CsvSource({
        "executeRelease, operator, false",
        "executeRelease, operator, true",
        "testRelease, operator, false",
        "testRelease, operator, true",
        "homologateRelease, approver, false",
        "homologateRelease, approver, true"
    })
    void asksForAuthorisationAgainWhenAStepIsNotSolved(String task, String person, boolean backOut) {
        ReleaseStory release = ReleaseStory.registered(slipway).until(task);
        ProcessInstance deployment = running.of(release, "release-deployment");
        Map<String, Object> failure = Map.of("outcome", "NOT_SOLVED", "executionRecord", "Broken", "backOut", backOut);
        release.complete(person, task, failure).expect(200);
        assertThat(deployment)
                .isWaitingAtExactly("authoriseRelease")
                .hasPassedInOrder(task, "attemptFailed", "recordFailure", "deploymentBackedOut", "backOutSettled");
        assertThat(release.status()).isEqualTo("NOT_SOLVED");
        assertThat(running.occurrences(release, "BACK_OUT")).hasSize(backOut ? 1 : 0);
        if (backOut) {
            assertThat(deployment).hasPassed("backOutRelease");
        } else {
            assertThat(deployment).hasNotPassed("backOutRelease");
        }
        release.until("closeRelease");
        assertThat(deployment).isEnded().hasPassed("releaseDeployed");
    }

    @ParameterizedTest
    @CsvSource({
        "authoriseRelease, authoriseReleaseOverdue, ''",
        "executeRelease, executeReleaseOverdue, 'operations, release-managers'",
        "testRelease, testReleaseOverdue, 'operations, release-managers'",
        "homologateRelease, homologateReleaseOverdue, 'approvers, release-managers'"
    })
    void bringsWhatIsOverdueToTheReleaseManagersUnlessItIsTheRequesters(String task, String timer, String groups) {
        ReleaseStory release = ReleaseStory.registered(slipway).until(task);
        ProcessInstance deployment = running.of(release, "release-deployment");
        running.timeComes(release, timer);
        assertThat(deployment).isWaitingAt(task).hasPassedInOrder(timer, "escalateOverdueWork", "overdueWorkEscalated");
        assertThat(String.join(", ", running.offeredTo(release, task))).isEqualTo(groups);
        assertThat(running.occurrences(release, "ESCALATION")).containsExactly(task);
    }

    @Test
    void carriesOutActivitiesSideBySideAndWaitsForTheLast() {
        ReleaseStory release = ReleaseStory.registered(slipway).until("homologateRelease");
        ProcessInstance deployment = running.of(release, "release-deployment");
        addActivity(release, "Watch the queues");
        addActivity(release, "Compare the totals");
        release.complete("operator", "carryOutActivity", Map.of("minutesSpent", 5))
                .expect(200);
        release.homologated();
        assertThat(deployment).isWaitingAt("carryOutActivity").isNotWaitingAt("homologateRelease");
        running.timeComes(release, "carryOutActivityOverdue");
        assertThat(running.offeredTo(release, "carryOutActivity")).contains("release-managers");
        assertThat(running.occurrences(release, "ESCALATION")).containsExactly("carryOutActivity");
        release.complete("manager", "carryOutActivity", Map.of("executionRecord", "They agree"))
                .expect(200);
        assertThat(deployment)
                .isEnded()
                .hasPassed("activityFinished", "escalateOverdueActivity", "overdueActivityEscalated");
    }

    private ReleaseStory opening(Instant start) {
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        registration.put("deployment", ReleaseStory.window(start, Duration.ofHours(4)));
        return ReleaseStory.registered(slipway, registration);
    }

    private void addActivity(ReleaseStory release, String title) {
        Instant due = Instant.now().plus(2, ChronoUnit.HOURS);
        release.post("operator", "activities", Map.of("title", title, "due", due.toString(), "estimatedMinutes", 30))
                .expect(201);
    }
}
