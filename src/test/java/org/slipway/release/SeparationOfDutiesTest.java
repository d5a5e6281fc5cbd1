package org.slipway.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;

@SlipwayTest
class SeparationOfDutiesTest {

    private final SlipwayClient slipway;
    private final IdentityService identities;

    SeparationOfDutiesTest(SlipwayClient slipway, IdentityService identities) {
        this.slipway = slipway;
        this.identities = identities;
    }

    @AfterEach
    void leavesGroupsAsTheyWere() {
        identities.deleteMembership("operator", "approvers");
        identities.deleteMembership("approver", "operations");
        identities.deleteMembership("requester", "approvers");
        identities.deleteMembership("admin", "approvers");
        identities.deleteMembership("admin", "operations");
        identities.deleteMembership("approver", "release-managers");
        identities.deleteMembership("manager", "operations");
    }

    @Test
    void letsNobodyHomologateWhatHeExecuted() {
        identities.createMembership("operator", "approvers");
        ReleaseStory release = ReleaseStory.registered(slipway).until("homologateRelease");
        release.complete("operator", "homologateRelease", ReleaseStory.solution())
                .expectProblem(422, "four-eyes");
        assertThat(release.homologated().status()).isEqualTo("SOLVED");
    }

    @Test
    void letsNobodyExecuteWhatHeApproved() {
        identities.createMembership("approver", "operations");
        ReleaseStory release = ReleaseStory.registered(slipway).until("executeRelease");
        release.complete("approver", "executeRelease", Map.of("outcome", "SOLVED"))
                .expectProblem(422, "four-eyes");
    }

    @Test
    void letsNobodyApproveWhatHeRequested() {
        identities.createMembership("requester", "approvers");
        ReleaseStory release = ReleaseStory.registered(slipway).planned();
        release.complete("requester", "approveRelease", Map.of("decision", "APPROVED"))
                .expectProblem(422, "four-eyes");
    }

    @Test
    void bindsAdministratorsToo() {
        identities.createMembership("admin", "approvers");
        identities.createMembership("admin", "operations");
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        registration.put("requester", "admin");
        ReleaseStory release = ReleaseStory.registered(slipway, registration).planned();
        release.complete("admin", "approveRelease", Map.of("decision", "APPROVED"))
                .expectProblem(422, "four-eyes");
    }

    @Test
    void letsOnlyTheRequesterAuthoriseAndClose() {
        ReleaseStory release = ReleaseStory.registered(slipway).until("authoriseRelease");
        for (String other : List.of("manager", "operator", "approver", "admin", "modeler")) {
            release.complete(other, "authoriseRelease", Map.of("decision", "GO"))
                    .expectProblem(403, "task-requesters");
        }
        release.until("closeRelease");
        release.complete("manager", "closeRelease", Map.of("accepted", true)).expectProblem(403, "task-requesters");
    }

    @Test
    void needsTwoDifferentPeopleWhenTheRiskIsHigh() {
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        registration.put("risk", "HIGH");
        ReleaseStory release = ReleaseStory.registered(slipway, registration).planned();
        assertThat(release.openTasks()).containsExactly("approveRelease", "approveRelease");
        slipway.as("approver").get("/api/tasks?limit=200").json().path("items").forEach(task -> {
            if (task.path("release").asText().equals(release.number())) {
                slipway.as("approver")
                        .post("/api/tasks/" + task.path("id").asText() + "/completion", Map.of("decision", "APPROVED"))
                        .expect(200);
            }
        });
        assertThat(release.status()).isEqualTo("PLANNED");
        release.complete("approver", "approveRelease", Map.of("decision", "APPROVED"))
                .expect(403);
        release.complete("manager", "approveRelease", Map.of("decision", "APPROVED"))
                .expect(200);
        assertThat(release.status()).isEqualTo("APPROVED");
    }

    @Test
    void needsTwoDifferentPeopleAlsoWhereTheManagersAreTheApprovers() {
        identities.createMembership("approver", "release-managers");
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        registration.put("risk", "HIGH");
        registration.put("approverGroup", "release-managers");
        ReleaseStory release = ReleaseStory.registered(slipway, registration).planned();
        release.complete("manager", "approveRelease", Map.of("decision", "APPROVED"))
                .expect(200);
        assertThat(release.status()).isEqualTo("PLANNED");
        release.complete("manager", "approveRelease", Map.of("decision", "APPROVED"))
                .expectProblem(422, "approved-already");
        assertThat(release.approved().status()).isEqualTo("APPROVED");
    }

    /** Whoever took a task and gave it on has not done it. */
    @Test
    void letsThoseHomologateWhoOnlyCapturedWhatOthersExecuted() {
        identities.createMembership("operator", "approvers");
        identities.createMembership("manager", "operations");
        ReleaseStory release = ReleaseStory.registered(slipway).until("executeRelease");
        String task = "/api/tasks/" + release.task("executeRelease");
        slipway.as("operator").post(task + "/claim").expect(200);
        slipway.as("operator")
                .post(task + "/delegation", Map.of("user", "manager"))
                .expect(200);
        for (String step : List.of("executeRelease", "testRelease")) {
            release.complete("manager", step, Map.of("outcome", "SOLVED")).expect(200);
        }
        release.complete("operator", "homologateRelease", ReleaseStory.solution())
                .expect(200);
    }
}
