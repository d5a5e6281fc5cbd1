package org.slipway.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The models alone, on a bare engine: every branch is walked with delegates that set only what a gateway asks for. */
class ModelsParseTest {

    private final WalkedRelease release = new WalkedRelease();

    @Test
    void walksFromRegistrationToConclusion() {
        release.register();
        release.complete("planRelease");
        release.complete("approveRelease", "decision", "APPROVED");
        release.complete("authoriseRelease", "decision", "GO");
        release.fireTimer("deploymentWindowOpened");
        release.complete("executeRelease", "outcome", "SOLVED");
        release.complete("testRelease", "outcome", "SOLVED");
        release.complete("homologateRelease", "outcome", "SOLVED");
        release.complete("closeRelease", "accepted", true);
        assertThat(release.end()).isEqualTo("releaseConcluded");
        assertThat(release.ran)
                .containsExactly(
                        "registerRelease",
                        "recordPlan",
                        "recordApproval",
                        "recordAuthorisation",
                        "recordExecution",
                        "recordSolution",
                        "promoteConfigurationItems",
                        "concludeRelease");
    }

    @Test
    void asksBothGroupsForAHighRiskAndPlansAgainWhenOneSendsBack() {
        release.facts.put("risk", "HIGH");
        release.register();
        release.complete("planRelease");
        assertThat(release.tasks()).containsExactly("approveRelease", "approveRelease");
        release.complete("approveRelease", "decision", "APPROVED");
        assertThat(release.tasks()).containsExactly("approveRelease");
        release.complete("approveRelease", "decision", "SENT_BACK");
        assertThat(release.tasks()).containsExactly("planRelease");
    }

    @Test
    void takesTheFirstAnswerInAnEmergencyAndEndsWithItsRejection() {
        release.facts.put("kind", "EMERGENCY");
        release.register();
        release.complete("planRelease");
        assertThat(release.tasks()).hasSize(2);
        release.complete("approveRelease", "decision", "REJECTED");
        assertThat(release.end()).isEqualTo("releaseRejected");
    }

    @Test
    void plansAgainWhenTheExecutionIsNotAuthorised() {
        release.registerUpToAuthorisation();
        release.complete("authoriseRelease", "decision", "NO_GO");
        assertThat(release.tasks()).containsExactly("planRelease");
    }

    @Test
    void startsEarlyOnRequest() {
        release.registerUpToAuthorisation();
        release.complete("authoriseRelease", "decision", "GO");
        assertThat(release.tasks()).isEmpty();
        release.toPhase("release-deployment", "EarlyStartRequested", Map.of());
        assertThat(release.tasks()).containsExactly("executeRelease");
        assertThat(release.ran).contains("recordEarlyStart");
    }

    @ParameterizedTest
    @CsvSource({"0, false", "0, true", "1, true", "3, true"})
    void asksForAuthorisationAgainAfterAFailureOnceEveryStepIsBackedOut(int steps, boolean backOut) {
        for (int step = 1; step <= steps; step++) release.openSteps.add("step" + step);
        release.facts.put("windowOpen", true);
        release.registerUpToAuthorisation();
        release.complete("authoriseRelease", "decision", "GO");
        release.complete("executeRelease", "outcome", "NOT_SOLVED", "backOut", backOut);
        if (backOut) {
            for (int step = 1; step <= steps; step++) {
                assertThat(release.backoutStep()).isEqualTo("step" + step);
                release.openSteps.remove(0);
                release.complete("carryOutBackoutStep");
            }
        }
        assertThat(release.tasks()).containsExactly("authoriseRelease");
        assertThat(release.ran.contains("restoreConfigurationItems")).isEqualTo(backOut);
    }

    @Test
    void waitsForReactivationWhileSuspended() {
        release.register();
        release.toRoot("SuspensionRequested");
        assertThat(release.tasks()).containsExactly("planRelease", "reactivateRelease");
        release.complete("reactivateRelease");
        assertThat(release.tasks()).containsExactly("planRelease");
        assertThat(release.ran).containsExactly("registerRelease", "putPhaseOnHold", "resumePhase");
    }

    @Test
    void cancelsWhileSuspendedAndBacksOutWhatTookEffect() {
        release.facts.put("deploymentInEffect", true);
        release.openSteps.add("step1");
        release.register();
        release.toRoot("SuspensionRequested");
        release.toRoot("CancellationRequested");
        assertThat(release.tasks()).containsExactly("carryOutBackoutStep");
        release.openSteps.clear();
        release.complete("carryOutBackoutStep");
        assertThat(release.end()).isEqualTo("releaseCancelled");
    }

    @ParameterizedTest
    @CsvSource({"PLANNING, planRelease", "DEPLOYMENT, authoriseRelease"})
    void reopensIntoTheChosenPhase(String phase, String task) {
        release.reopen(phase);
        assertThat(release.tasks()).containsExactly(task);
    }

    @Test
    void keepsEachActivityApartAndThePhaseOpenUntilTheLastIsDone() {
        release.register();
        release.toPhase("release-planning", "ActivityAdded", Map.of("activityId", "first"));
        release.toPhase("release-planning", "ActivityAdded", Map.of("activityId", "second"));
        assertThat(release.openTasks())
                .filteredOn(task -> task.getTaskDefinitionKey().equals("carryOutActivity"))
                .extracting(Task::getAssignee)
                .containsExactlyInAnyOrder("of first", "of second");
        release.complete("planRelease");
        release.complete("approveRelease", "decision", "APPROVED");
        release.complete("carryOutActivity");
        assertThat(release.tasks()).containsExactly("carryOutActivity");
        release.complete("carryOutActivity");
        assertThat(release.tasks()).containsExactly("authoriseRelease");
        assertThat(release.ran).contains("recordActivity first", "recordActivity second");
    }

    @Test
    void escalatesWhatIsOverdueAndLeavesItOpen() {
        release.register();
        release.fireTimer("planReleaseOverdue");
        release.toPhase("release-planning", "ActivityAdded", Map.of("activityId", "late"));
        release.fireTimer("carryOutActivityOverdue");
        release.toRoot("SuspensionRequested");
        release.fireTimer("reactivateReleaseOverdue");
        assertThat(release.tasks()).containsExactly("carryOutActivity", "planRelease", "reactivateRelease");
        assertThat(release.ran)
                .contains("escalateOverdueWork", "escalateOverdueActivity late", "escalateOverdueSuspension");
    }

    @Test
    void deploysAgainWhatTheRequesterRefuses() {
        release.facts.put("windowOpen", true);
        release.registerUpToAuthorisation();
        release.complete("authoriseRelease", "decision", "GO");
        for (var step : List.of("executeRelease", "testRelease", "homologateRelease")) {
            release.complete(step, "outcome", "SOLVED");
        }
        release.complete("closeRelease", "accepted", false);
        assertThat(release.tasks()).containsExactly("authoriseRelease");
    }

    @Test
    void storesOnlyPrimitives() {
        release.registerUpToAuthorisation();
        assertThat(release.typesOfAllVariables()).containsOnly("string", "boolean", "integer");
    }

    @Test
    void givesEveryUserTaskATimerThatDoesNotInterruptIt() {
        for (var file : WalkedRelease.models(".bpmn")) {
            var model = Bpmn.readModelFromFile(file);
            var timed = model.getModelElementsByType(BoundaryEvent.class).stream()
                    .filter(timer -> !timer.cancelActivity())
                    .map(timer -> timer.getAttachedTo().getId());
            var tasks = model.getModelElementsByType(UserTask.class).stream().map(UserTask::getId);
            assertThat(timed).as(file.getName()).containsExactlyInAnyOrderElementsOf(tasks.toList());
        }
    }
}
