package org.slipway.process.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slipway.process.ModelCoverage;
import org.slipway.process.ProcessTest;
import org.slipway.process.RunningModels;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;

@ProcessTest
class PlanningPhaseTest {

    @RegisterExtension
    static final ModelCoverage COVERAGE = ModelCoverage.of("release-planning");

    private final SlipwayClient slipway;
    private final RunningModels running;

    PlanningPhaseTest(SlipwayClient slipway, RunningModels running) {
        this.slipway = slipway;
        this.running = running;
    }

    @Test
    void asksForThePlanAndThenForItsApproval() {
        ReleaseStory release = ReleaseStory.registered(slipway);
        ProcessInstance planning = running.of(release, "release-planning");
        assertThat(planning).isWaitingAt("planRelease");
        release.planned();
        assertThat(planning).isWaitingAt("approveRelease");
        assertThat(running.offeredTo(release, "approveRelease")).containsExactly("approvers");
        release.approved();
        assertThat(planning)
                .isEnded()
                .hasPassedInOrder(
                        "planningStarted",
                        "planRelease",
                        "recordPlan",
                        "selectApprovals",
                        "approveRelease",
                        "recordApproval",
                        "planApproved",
                        "releasePlanApproved");
    }

    @Test
    void plansAgainWhatIsSentBack() {
        ReleaseStory release = ReleaseStory.registered(slipway).planned();
        ProcessInstance planning = running.of(release, "release-planning");
        decide(release, "approver", "SENT_BACK");
        assertThat(planning).isWaitingAt("planRelease").hasNotPassed("releasePlanApproved", "releasePlanRejected");
        release.planned().approved();
        assertThat(planning).isEnded().hasPassed("releasePlanApproved");
    }

    @Test
    void endsWithARejection() {
        ReleaseStory release = ReleaseStory.registered(slipway).planned();
        ProcessInstance planning = running.of(release, "release-planning");
        decide(release, "approver", "REJECTED");
        assertThat(planning).isEnded().hasPassed("releasePlanRejected").hasNotPassed("releasePlanApproved");
    }

    @Test
    void wantsTwoApprovalsOfAHighRisk() {
        ReleaseStory release = risky().planned();
        ProcessInstance planning = running.of(release, "release-planning");
        assertThat(release.openTasks()).containsExactly("approveRelease", "approveRelease");
        decide(release, "manager", "APPROVED");
        assertThat(planning).isWaitingAt("approveRelease").hasNotPassed("recordApproval");
        decide(release, "approver", "APPROVED");
        assertThat(planning).isEnded().hasPassed("releasePlanApproved");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SENT_BACK", "REJECTED"})
    void asksNoSecondApproverOnceTheFirstIsAgainstIt(String decision) {
        ReleaseStory release = risky().planned();
        decide(release, "manager", decision);
        assertThat(release.openTasks()).doesNotContain("approveRelease");
        assertThat(release.status()).isEqualTo(decision.equals("REJECTED") ? "REJECTED" : "REGISTERED");
    }

    @ParameterizedTest
    @CsvSource({
        "planRelease, planReleaseOverdue, 'operations, release-managers'",
        "approveRelease, approveReleaseOverdue, 'approvers, release-managers'"
    })
    void bringsWhatIsOverdueToTheReleaseManagersAndLeavesItOpen(String task, String timer, String groups) {
        ReleaseStory release = ReleaseStory.registered(slipway).until(task);
        ProcessInstance planning = running.of(release, "release-planning");
        running.timeComes(release, timer);
        assertThat(planning).isWaitingAt(task).hasPassedInOrder(timer, "escalateOverdueWork", "overdueWorkEscalated");
        assertThat(running.offeredTo(release, task)).containsExactly(groups.split(", "));
        assertThat(running.occurrences(release, "ESCALATION")).containsExactly(task);
    }

    @Test
    void carriesOutActivitiesSideBySideAndWaitsForTheLast() {
        ReleaseStory release = ReleaseStory.registered(slipway);
        ProcessInstance planning = running.of(release, "release-planning");
        addActivity(release, "Book the room");
        addActivity(release, "Tell the branches");
        release.planned();
        assertThat(release.openTasks())
                .containsExactlyInAnyOrder("approveRelease", "carryOutActivity", "carryOutActivity");
        release.complete("operator", "carryOutActivity", Map.of("minutesSpent", 20))
                .expect(200);
        release.approved();
        assertThat(planning).isWaitingAt("carryOutActivity").isNotWaitingAt("approveRelease");
        release.complete("operator", "carryOutActivity", Map.of("executionRecord", "All told"))
                .expect(200);
        assertThat(planning).isEnded().hasPassed("recordActivity", "activityFinished");
        assertThat(release.openTasks()).containsExactly("authoriseRelease");
    }

    @Test
    void bringsAnOverdueActivityToTheReleaseManagers() {
        ReleaseStory release = ReleaseStory.registered(slipway);
        ProcessInstance planning = running.of(release, "release-planning");
        addActivity(release, "Book the room");
        running.timeComes(release, "carryOutActivityOverdue");
        assertThat(planning)
                .isWaitingAt("carryOutActivity", "planRelease")
                .hasPassedInOrder("carryOutActivityOverdue", "escalateOverdueActivity", "overdueActivityEscalated");
        assertThat(running.offeredTo(release, "carryOutActivity")).contains("release-managers");
        assertThat(running.occurrences(release, "ESCALATION")).containsExactly("carryOutActivity");
    }

    private ReleaseStory risky() {
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        registration.put("risk", "HIGH");
        return ReleaseStory.registered(slipway, registration);
    }

    /** The first open approval is not always this person's, so the one offered to his group is taken. */
    private void decide(ReleaseStory release, String person, String decision) {
        String group = person.equals("manager") ? "release-managers" : "approvers";
        for (var task : release.record().path("currentTasks")) {
            if (task.path("candidateGroups").path(0).asText().equals(group)) {
                slipway.as(person)
                        .post(
                                "/api/tasks/" + task.path("id").asText() + "/completion",
                                Map.of("decision", decision, "observations", "Because"))
                        .expect(200);
                return;
            }
        }
        throw new AssertionError("Nothing is asked of " + group);
    }

    private void addActivity(ReleaseStory release, String title) {
        Instant due = Instant.now().plus(2, ChronoUnit.HOURS);
        release.post("operator", "activities", Map.of("title", title, "due", due.toString(), "estimatedMinutes", 30))
                .expect(201);
    }
}
