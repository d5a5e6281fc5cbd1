package org.slipway.process.backout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slipway.process.ModelCoverage;
import org.slipway.process.ProcessTest;
import org.slipway.process.RunningModels;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;

@ProcessTest
class BackoutTest {

    private static final List<String> STEPS = List.of("Stop the service", "Restore the database", "Start the service");

    @RegisterExtension
    static final ModelCoverage COVERAGE = ModelCoverage.of("release-backout");

    private final SlipwayClient slipway;
    private final RunningModels running;

    BackoutTest(SlipwayClient slipway, RunningModels running) {
        this.slipway = slipway;
        this.running = running;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void takesOneStepOfThePlanAfterTheOther(int steps) {
        ReleaseStory release = executed(steps);
        fail(release);
        for (int step = 1; step <= steps; step++) {
            assertThat(running.of(release, "release-backout")).isWaitingAt("carryOutBackoutStep");
            assertThat(release.openTasks()).containsExactly("carryOutBackoutStep");
            stepDone(release);
            // Once the last one is done the whole plan is open again, for the next attempt.
            assertThat(doneSteps(release)).isEqualTo(step % steps);
        }
        assertThat(release.openTasks()).containsExactly("authoriseRelease");
        assertThat(running.occurrences(release, "BACK_OUT")).hasSize(steps + 1);
    }

    @Test
    void restoresConfigurationItemsAfterTheLastStep() {
        ReleaseStory release = executed(1);
        fail(release);
        ProcessInstance backout = running.of(release, "release-backout");
        assertThat(backout).isWaitingAt("carryOutBackoutStep").hasNotPassed("restoreConfigurationItems");
        stepDone(release);
        assertThat(backout)
                .isEnded()
                .hasPassedInOrder(
                        "backoutStarted", "carryOutBackoutStep", "restoreConfigurationItems", "releaseBackedOut");
    }

    @Test
    void bringsAnOverdueStepToTheReleaseManagers() {
        ReleaseStory release = executed(1);
        fail(release);
        ProcessInstance backout = running.of(release, "release-backout");
        running.timeComes(release, "carryOutBackoutStepOverdue");
        assertThat(backout)
                .isWaitingAt("carryOutBackoutStep")
                .hasPassedInOrder("carryOutBackoutStepOverdue", "escalateOverdueWork", "overdueWorkEscalated");
        assertThat(running.offeredTo(release, "carryOutBackoutStep")).containsExactly("operations", "release-managers");
        assertThat(running.occurrences(release, "ESCALATION")).containsExactly("carryOutBackoutStep");
    }

    @Test
    void givesEachStepItsOwnTimeAndEscalatesItOnce() {
        ReleaseStory release = executed(3);
        fail(release);
        running.timeComes(release, "carryOutBackoutStepOverdue");
        stepDone(release);
        assertThat(running.offeredTo(release, "carryOutBackoutStep")).containsExactly("operations");
        running.timeComes(release, "carryOutBackoutStepOverdue");
        assertThat(running.offeredTo(release, "carryOutBackoutStep")).containsExactly("operations", "release-managers");
        assertThat(running.occurrences(release, "ESCALATION"))
                .containsExactly("carryOutBackoutStep", "carryOutBackoutStep");
    }

    @Test
    void freezesWithThePhaseThatBacksOut() {
        ReleaseStory release = executed(3);
        fail(release);
        stepDone(release);
        release.suspended();
        ProcessInstance backout = running.of(release, "release-backout");
        assertThat(backout).isSuspended();
        assertThat(running.of(release, "release-deployment")).isSuspended();
        release.complete("operator", "carryOutBackoutStep", Map.of()).expectProblem(409, "release-suspended");
        release.reactivated();
        assertThat(running.of(release, "release-backout")).isActive().isWaitingAt("carryOutBackoutStep");
        stepDone(release);
        stepDone(release);
        assertThat(backout).isEnded();
        assertThat(release.openTasks()).containsExactly("authoriseRelease");
    }

    @Test
    void goesOnWithTheOpenStepsWhenACancellationComesInBetween() {
        ReleaseStory release = executed(3);
        fail(release);
        ProcessInstance ofThePhase = running.of(release, "release-backout");
        stepDone(release);
        release.cancelled();
        assertThat(ofThePhase).isEnded().hasNotPassed("releaseBackedOut");
        ProcessInstance ofTheCancellation = running.of(release, "release-backout");
        assertThat(ofTheCancellation).isWaitingAt("carryOutBackoutStep");
        assertThat(doneSteps(release)).isEqualTo(1);
        stepDone(release);
        stepDone(release);
        assertThat(ofTheCancellation).isEnded().hasPassed("releaseBackedOut");
        assertThat(doneSteps(release)).isZero();
        assertThat(release.status()).isEqualTo("CANCELLED");
    }

    private ReleaseStory executed(int steps) {
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        registration.put("backoutPlan", STEPS.subList(0, steps));
        return ReleaseStory.registered(slipway, registration).until("testRelease");
    }

    private static void fail(ReleaseStory release) {
        release.complete(
                        "operator",
                        "testRelease",
                        Map.of("outcome", "NOT_SOLVED", "executionRecord", "Smoke test red", "backOut", true))
                .expect(200);
    }

    private static void stepDone(ReleaseStory release) {
        release.complete("operator", "carryOutBackoutStep", Map.of("executionRecord", "Done"))
                .expect(200);
    }

    private int doneSteps(ReleaseStory release) {
        int done = 0;
        for (var step : slipway.as("auditor")
                .get(release.path() + "/backout-plan")
                .expect(200)
                .json()
                .path("steps")) {
            done += step.path("doneAt").isNull() || step.path("doneAt").isMissingNode() ? 0 : 1;
        }
        return done;
    }
}
