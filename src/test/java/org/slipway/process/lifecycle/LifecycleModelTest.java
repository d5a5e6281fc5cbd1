package org.slipway.process.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slipway.process.ModelCoverage;
import org.slipway.process.ProcessTest;
import org.slipway.process.RunningModels;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;

@ProcessTest
class LifecycleModelTest {

    @RegisterExtension
    static final ModelCoverage COVERAGE = ModelCoverage.of("release-lifecycle");

    private final SlipwayClient slipway;
    private final RunningModels running;

    LifecycleModelTest(SlipwayClient slipway, RunningModels running) {
        this.slipway = slipway;
        this.running = running;
    }

    @Test
    void plansDeploysClosesAndConcludes() {
        ReleaseStory release = ReleaseStory.registered(slipway);
        ProcessInstance lifecycle = running.of(release, "release-lifecycle");
        assertThat(lifecycle).isWaitingAt("planningPhase");
        release.planned().approved();
        assertThat(lifecycle).isWaitingAt("deploymentPhase");
        release.until("closeRelease");
        assertThat(lifecycle).isWaitingAt("closeRelease");
        release.accepted();
        assertThat(lifecycle)
                .isEnded()
                .hasPassedInOrder(
                        "releaseRegistered",
                        "registerRelease",
                        "planningPhase",
                        "releaseApproved",
                        "deploymentPhase",
                        "releaseDeployed",
                        "closeRelease",
                        "promoteConfigurationItems",
                        "concludeRelease",
                        "releaseConcluded");
    }

    @Test
    void endsWithARejectedPlan() {
        ReleaseStory release = ReleaseStory.registered(slipway).planned();
        ProcessInstance lifecycle = running.of(release, "release-lifecycle");
        release.complete("approver", "approveRelease", Map.of("decision", "REJECTED", "observations", "Too risky"))
                .expect(200);
        assertThat(lifecycle)
                .isEnded()
                .hasPassedInOrder("planningPhase", "recordRejection", "releaseRejected")
                .hasNotPassed("deploymentPhase");
    }

    @Test
    void plansAgainWhatItsRequesterDoesNotAuthorise() {
        ReleaseStory release = ReleaseStory.registered(slipway).until("authoriseRelease");
        ProcessInstance lifecycle = running.of(release, "release-lifecycle");
        release.complete("requester", "authoriseRelease", Map.of("decision", "NO_GO", "observations", "Fair week"))
                .expect(200);
        assertThat(lifecycle).isWaitingAt("planningPhase").hasPassedInOrder("deploymentPhase", "releaseDeployed");
    }

    @Test
    void deploysAgainWhatItsRequesterRefuses() {
        ReleaseStory release = ReleaseStory.registered(slipway).until("closeRelease");
        ProcessInstance lifecycle = running.of(release, "release-lifecycle");
        release.complete("requester", "closeRelease", Map.of("accepted", false, "executionRecord", "Totals are wrong"))
                .expect(200);
        assertThat(lifecycle).isWaitingAt("deploymentPhase").hasPassedInOrder("closeRelease", "recordRefusal");
        assertThat(release.concluded().status()).isEqualTo("CONCLUDED");
    }

    @Test
    void writesDownThatTheClosingIsOverdueAndLeavesItToTheRequester() {
        ReleaseStory release = ReleaseStory.registered(slipway).until("closeRelease");
        ProcessInstance lifecycle = running.of(release, "release-lifecycle");
        running.timeComes(release, "closeReleaseOverdue");
        assertThat(lifecycle)
                .isWaitingAt("closeRelease")
                .hasPassedInOrder("closeReleaseOverdue", "escalateOverdueWork", "overdueWorkEscalated");
        assertThat(running.offeredTo(release, "closeRelease")).isEmpty();
        assertThat(running.occurrences(release, "ESCALATION")).containsExactly("closeRelease");
    }

    @Test
    void staysAwakeWhileItsPhaseSleeps() {
        ReleaseStory release =
                ReleaseStory.registered(slipway).until("executeRelease").suspended();
        ProcessInstance lifecycle = running.of(release, "release-lifecycle");
        assertThat(lifecycle).isActive().isWaitingAt("deploymentPhase", "reactivateRelease");
        assertThat(running.of(release, "release-deployment")).isSuspended();
        release.reactivated();
        assertThat(running.of(release, "release-deployment")).isActive();
        assertThat(lifecycle)
                .isWaitingAtExactly("deploymentPhase")
                .hasPassedInOrder(
                        "suspensionRequested",
                        "putPhaseOnHold",
                        "reactivateRelease",
                        "resumePhase",
                        "releaseReactivated");
    }

    @Test
    void bringsASuspensionToMindThatLastsTooLong() {
        ReleaseStory release = ReleaseStory.registered(slipway).suspended();
        ProcessInstance lifecycle = running.of(release, "release-lifecycle");
        running.timeComes(release, "reactivateReleaseOverdue");
        assertThat(lifecycle)
                .isWaitingAt("reactivateRelease")
                .hasPassedInOrder(
                        "reactivateReleaseOverdue", "escalateOverdueSuspension", "overdueSuspensionEscalated");
        assertThat(running.offeredTo(release, "reactivateRelease")).containsExactly("release-managers");
        assertThat(running.occurrences(release, "ESCALATION")).containsExactly("reactivateRelease");
    }

    @Test
    void cancelsAtOnceWhatNeverTookEffect() {
        ReleaseStory release =
                ReleaseStory.registered(slipway).until("executeRelease").suspended();
        ProcessInstance lifecycle = running.of(release, "release-lifecycle");
        ProcessInstance deployment = running.of(release, "release-deployment");
        release.cancelled();
        assertThat(deployment).isEnded();
        assertThat(lifecycle)
                .isEnded()
                .hasPassedInOrder("cancellationRequested", "recordCancellation", "cancelRelease", "releaseCancelled")
                .hasNotPassed("backOutRelease");
    }

    @Test
    void backsOutWhatTookEffectBeforeItIsCancelled() {
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        registration.put("backoutPlan", List.of("Put the old version back"));
        ReleaseStory release = ReleaseStory.registered(slipway, registration)
                .until("closeRelease")
                .cancelled();
        ProcessInstance lifecycle = running.of(release, "release-lifecycle");
        assertThat(lifecycle).isWaitingAt("backOutRelease");
        release.complete("operator", "carryOutBackoutStep", Map.of()).expect(200);
        assertThat(lifecycle)
                .isEnded()
                .hasPassedInOrder("recordCancellation", "backOutRelease", "cancelRelease", "releaseCancelled");
        assertThat(release.status()).isEqualTo("CANCELLED");
    }

    @Test
    void beginsAnotherLifecycleInThePhaseInWhichItIsReopened() {
        ReleaseStory release = ReleaseStory.registered(slipway).cancelled().reopened("PLANNING");
        ProcessInstance second = running.of(release, "release-lifecycle");
        assertThat(second)
                .isWaitingAt("planningPhase")
                .hasPassedInOrder("releaseReopened", "reopenRelease", "reopeningPhase");
        release.concluded().reopened("DEPLOYMENT");
        assertThat(second).isEnded().hasPassed("releaseConcluded");
        assertThat(running.of(release, "release-lifecycle"))
                .isWaitingAt("deploymentPhase")
                .hasNotPassed("planningPhase");
        assertThat(release.concluded().status()).isEqualTo("CONCLUDED");
    }
}
