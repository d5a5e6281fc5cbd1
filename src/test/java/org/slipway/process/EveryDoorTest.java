package org.slipway.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;

/** The rules hold for the engine's own API as they hold for ours. */
@SlipwayTest
class EveryDoorTest {

    private final SlipwayClient slipway;
    private final RuntimeService runtime;
    private final TaskService tasks;

    EveryDoorTest(SlipwayClient slipway, RuntimeService runtime, TaskService tasks) {
        this.slipway = slipway;
        this.runtime = runtime;
        this.tasks = tasks;
    }

    @Test
    void refusesALifecycleThatNobodyRegistered() {
        long running = lifecycles();
        for (String person : new String[] {"requester", "manager", "admin"}) {
            SlipwayClient.Answer answer =
                    slipway.as(person).post("/engine-rest/process-definition/key/release-lifecycle/start", Map.of());
            assertThat(answer.status()).isBetween(400, 499);
            answer = slipway.as(person)
                    .post(
                            "/engine-rest/process-definition/key/release-lifecycle/start",
                            Map.of("businessKey", "REL-999999"));
            assertThat(answer.status()).isBetween(400, 499);
        }
        assertThat(lifecycles()).isEqualTo(running);
    }

    @Test
    void refusesASecondLifecycleForARelease() {
        ReleaseStory release = ReleaseStory.registered(slipway);
        SlipwayClient.Answer answer = slipway.as("admin")
                .post(
                        "/engine-rest/process-definition/key/release-lifecycle/start",
                        Map.of("businessKey", release.number()));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(release.openTasks()).containsExactly("planRelease");
    }

    @Test
    void refusesAReopeningThatNobodyDecided() {
        ReleaseStory release = ReleaseStory.registered(slipway).concluded();
        SlipwayClient.Answer answer = slipway.as("admin")
                .post(
                        "/engine-rest/message",
                        Map.of("messageName", "ReleaseReopened", "businessKey", release.number()));
        assertThat(answer.status()).isBetween(400, 499);
        assertThat(release.status()).isEqualTo("CONCLUDED");
    }

    @Test
    void refusesToCompleteWithoutAnswers() {
        ReleaseStory release = ReleaseStory.registered(slipway).until("executeRelease");
        SlipwayClient.Answer answer = slipway.as("operator")
                .post("/engine-rest/task/" + release.task("executeRelease") + "/complete", Map.of());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(release.status()).isEqualTo("IN_EXECUTION");
    }

    @Test
    void completesWithAnswersWhicheverDoorIsUsed() {
        ReleaseStory release = ReleaseStory.registered(slipway).until("executeRelease");
        slipway.as("operator")
                .post(
                        "/engine-rest/task/" + release.task("executeRelease") + "/complete",
                        Map.of("variables", Map.of("outcome", Map.of("value", "SOLVED"))))
                .expect(204);
        assertThat(release.status()).isEqualTo("EXECUTED");
    }

    @Test
    void doesNotLetOneAnswerServeTwice() {
        ReleaseStory release = ReleaseStory.registered(slipway).until("executeRelease");
        slipway.as("operator")
                .post(
                        "/engine-rest/task/" + release.task("executeRelease") + "/complete",
                        Map.of("variables", Map.of("outcome", Map.of("value", "SOLVED"))))
                .expect(204);
        SlipwayClient.Answer answer =
                slipway.as("operator").post("/engine-rest/task/" + release.task("testRelease") + "/complete", Map.of());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(runtime.createVariableInstanceQuery().variableName("outcome").count())
                .isZero();
    }

    @Test
    void letsNobodySetWhatTheModelDecidesBy() {
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        registration.put("risk", "HIGH");
        ReleaseStory release = ReleaseStory.registered(slipway, registration).planned();
        JsonNode mine =
                slipway.as("approver").get("/api/tasks?limit=200").json().path("items");
        for (JsonNode task : mine) {
            if (task.path("release").asText().equals(release.number())) {
                SlipwayClient.Answer answer = slipway.as("approver")
                        .post(
                                "/engine-rest/task/" + task.path("id").asText() + "/complete",
                                Map.of(
                                        "variables",
                                        Map.of(
                                                "decision", Map.of("value", "APPROVED"),
                                                "quorum", Map.of("value", 1))));
                answer.expectProblem(400, "answer-unknown");
            }
        }
        assertThat(release.status()).isEqualTo("PLANNED");
    }

    @Test
    void letsNobodyTakeATaskThatIsNotOfferedToHim() {
        ReleaseStory release = ReleaseStory.registered(slipway).planned();
        String task = release.task("approveRelease");
        SlipwayClient.Answer claim =
                slipway.as("operator").post("/engine-rest/task/" + task + "/claim", Map.of("userId", "operator"));
        assertThat(claim.status()).isEqualTo(403);
        SlipwayClient.Answer completion = slipway.as("operator")
                .post(
                        "/engine-rest/task/" + task + "/complete",
                        Map.of("variables", Map.of("decision", Map.of("value", "APPROVED"))));
        assertThat(completion.status()).isEqualTo(403);
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isNull();
    }

    @Test
    void letsNobodySuspendCancelOrChangeAnInstanceBehindTheReleasesBack() {
        ReleaseStory release = ReleaseStory.registered(slipway);
        JsonNode instances = slipway.as("admin")
                .get("/engine-rest/process-instance?businessKey=" + release.number())
                .expect(200)
                .json();
        for (JsonNode instance : instances) {
            String path = "/engine-rest/process-instance/" + instance.path("id").asText();
            for (String person : new String[] {"requester", "operator", "approver", "manager", "auditor"}) {
                assertThat(slipway.as(person)
                                .put(path + "/suspended", Map.of("suspended", true))
                                .status())
                        .isEqualTo(403);
                assertThat(slipway.as(person).delete(path).status()).isEqualTo(403);
                assertThat(slipway.as(person)
                                .put(path + "/variables/approval", Map.of("value", "APPROVED"))
                                .status())
                        .isEqualTo(403);
            }
        }
        assertThat(release.status()).isEqualTo("REGISTERED");
    }

    @Test
    void sendsSuspensionOnlyWithRightAndReason() {
        ReleaseStory release = ReleaseStory.registered(slipway);
        SlipwayClient.Answer answer = slipway.as("operator")
                .post(
                        "/engine-rest/message",
                        Map.of("messageName", "SuspensionRequested", "businessKey", release.number()));
        assertThat(answer.status()).isBetween(400, 499);
        answer = slipway.as("admin")
                .post(
                        "/engine-rest/message",
                        Map.of("messageName", "SuspensionRequested", "businessKey", release.number()));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(release.status()).isEqualTo("REGISTERED");
    }

    private long lifecycles() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("release-lifecycle")
                .count();
    }
}
