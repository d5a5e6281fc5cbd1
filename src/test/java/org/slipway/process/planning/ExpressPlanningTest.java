package org.slipway.process.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
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

/** A portfolio model bound to a second planning flow runs it. */
@ProcessTest
class ExpressPlanningTest {

    @RegisterExtension
    static final ModelCoverage COVERAGE = ModelCoverage.of(ExpressPlanningTest.FLOW);

    private static final String FLOW = "release-express-planning";
    private static final String MODEL = "/api/portfolios/general/models/express";

    private final SlipwayClient slipway;
    private final RunningModels running;

    ExpressPlanningTest(SlipwayClient slipway, RunningModels running) {
        this.slipway = slipway;
        this.running = running;
    }

    @BeforeEach
    void offerTheModel() {
        SlipwayClient manager = slipway.as("manager");
        if (manager.get(MODEL).status() == 404) {
            manager.post("/api/portfolios/general/models", model()).expect(201);
            manager.patch(MODEL, Map.of("status", "ACTIVE")).expect(200);
        }
    }

    @Test
    void asksOneApproverWhateverTheRisk() {
        ReleaseStory release = registered();
        ProcessInstance planning = running.of(release, FLOW);
        assertThat(release.record().path("planningFlow").asText()).startsWith(FLOW + ":");
        release.planned();
        assertThat(release.openTasks()).containsExactly("approveRelease");
        assertThat(running.offeredTo(release, "approveRelease")).containsExactly("approvers");
        release.complete("operator", "approveRelease", Map.of("decision", "APPROVED"))
                .expect(403);
        release.approved();
        assertThat(release.status()).isEqualTo("APPROVED");
        assertThat(planning)
                .isEnded()
                .hasPassedInOrder(
                        "planRelease", "recordPlan", "approveRelease", "recordApproval", "releasePlanApproved");
        assertThat(release.concluded().status()).isEqualTo("CONCLUDED");
    }

    @Test
    void plansAgainWhatIsSentBackAndEndsWithARejection() {
        ReleaseStory release = registered().planned();
        ProcessInstance planning = running.of(release, FLOW);
        release.complete("approver", "approveRelease", Map.of("decision", "SENT_BACK"))
                .expectProblem(422, "reason-required");
        decide(release, "SENT_BACK");
        assertThat(planning).isWaitingAtExactly("planRelease");
        release.planned();
        decide(release, "REJECTED");
        assertThat(planning).isEnded().hasPassed("releasePlanRejected").hasNotPassed("releasePlanApproved");
        assertThat(release.status()).isEqualTo("REJECTED");
    }

    @ParameterizedTest
    @CsvSource({"planRelease, planReleaseOverdue", "approveRelease, approveReleaseOverdue"})
    void bringsToMindWhatIsOverdue(String task, String timer) {
        ReleaseStory release = registered().until(task);
        running.timeComes(release, timer);
        assertThat(running.of(release, FLOW)).isWaitingAt(task).hasPassed("overdueWorkEscalated");
        assertThat(running.occurrences(release, "ESCALATION")).containsExactly(task);
    }

    @Test
    void carriesOutActivitiesBesideAndWaitsForThem() {
        ReleaseStory release = registered().planned();
        ProcessInstance planning = running.of(release, FLOW);
        String due = Instant.now().plus(2, ChronoUnit.HOURS).toString();
        release.post("operator", "activities", Map.of("title", "Tell the branches", "due", due, "estimatedMinutes", 30))
                .expect(201);
        release.approved();
        running.timeComes(release, "carryOutActivityOverdue");
        assertThat(planning).isWaitingAt("carryOutActivity").hasPassed("overdueActivityEscalated");
        release.complete("operator", "carryOutActivity", Map.of("executionRecord", "All told"))
                .expect(200);
        assertThat(planning).isEnded().hasPassed("activityFinished");
    }

    private static void decide(ReleaseStory release, String decision) {
        release.complete("approver", "approveRelease", Map.of("decision", decision, "observations", "Because"))
                .expect(200);
    }

    private ReleaseStory registered() {
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        registration.put("model", "express");
        registration.put("risk", "HIGH");
        return ReleaseStory.registered(slipway, registration);
    }

    private static Map<String, Object> model() {
        return Map.of(
                "key", "express",
                "name", "Express",
                "planningProcess", FLOW,
                "deploymentProcess", "release-deployment",
                "executorGroup", "operations",
                "approverGroup", "approvers",
                "calendar", "around-the-clock",
                "kind", "MINOR",
                "defaultImpact", "LOW",
                "defaultUrgency", "LOW");
    }
}
