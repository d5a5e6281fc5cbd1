package org.slipway.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;

/** The rules hold for the engine's own API as they hold for ours. */
@SlipwayTest
class EveryDoorTest {

    private final SlipwayClient slipway;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService jobs;

    EveryDoorTest(SlipwayClient slipway, RuntimeService runtime, TaskService tasks, ManagementService jobs) {
        this.slipway = slipway;
        this.runtime = runtime;
        this.tasks = tasks;
        this.jobs = jobs;
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
        assertThat(answer.status()).isEqualTo(403);
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
        assertThat(answer.status()).isEqualTo(403);
        assertThat(release.status()).isEqualTo("REGISTERED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'decision':'0'}", "{'decision':0}", "{'decision':'go'}", "{'decision':true}"})
    void takesNothingForAnAnswerThatIsNone(String answers) {
        ReleaseStory release = ReleaseStory.registered(slipway).until("authoriseRelease");
        String task = release.task("authoriseRelease");
        String json = answers.replace('\'', '"');
        String typed = json.replaceFirst(":(.*)}", ":{\"value\":$1}}");

        slipway.as("requester")
                .post("/api/tasks/" + task + "/completion", json)
                .expectProblem(400, "answer-malformed", "decision");
        slipway.as("requester")
                .post("/engine-rest/task/" + task + "/complete", "{\"variables\":" + typed + "}")
                .expectProblem(400, "answer-malformed", "decision");

        assertThat(release.status()).isEqualTo("APPROVED");
        assertThat(release.openTasks()).containsExactly("authoriseRelease");
    }

    @Test
    void doesWithAnAnswerWhatItWritesDown() {
        for (String door : List.of("api", "engine")) {
            ReleaseStory release = ReleaseStory.registered(slipway).until("homologateRelease");
            String task = release.task("homologateRelease");
            Map<String, Object> answers = Map.of("outcome", " NOT_SOLVED ", "executionRecord", "Totals differ");
            SlipwayClient approver = slipway.as("approver");
            if (door.equals("api")) {
                approver.post("/api/tasks/" + task + "/completion", answers).expect(200);
            } else {
                approver.post("/engine-rest/task/" + task + "/complete", Map.of("variables", typed(answers)))
                        .expect(204);
            }
            assertThat(release.status()).as(door).isEqualTo("NOT_SOLVED");
            assertThat(release.openTasks()).as(door).containsExactly("authoriseRelease");
        }
    }

    @Test
    void takesNoNumberForATruthValueAndNoTruthValueForAText() {
        ReleaseStory release = ReleaseStory.registered(slipway).until("closeRelease");
        release.complete("requester", "closeRelease", Map.of("accepted", 1))
                .expectProblem(400, "answer-malformed", "accepted");
        release.complete("requester", "closeRelease", Map.of("accepted", false, "executionRecord", true))
                .expectProblem(400, "answer-malformed", "executionRecord");
        assertThat(release.status()).isEqualTo("SOLVED");
    }

    /** Process owners and administrators may do more with the engine than others, and still not this. */
    @ParameterizedTest
    @ValueSource(strings = {"modeler", "admin"})
    void letsNobodyLeaveOutWhoMustApproveOrHomologate(String person) {
        ReleaseStory planned = ReleaseStory.registered(slipway).planned();
        ReleaseStory executed = ReleaseStory.registered(slipway).until("testRelease");
        SlipwayClient closedTo = slipway.as(person);
        String planning = instance(planned, "release-planning");
        String deployment = instance(executed, "release-deployment");

        for (String engine : List.of("/engine-rest", "/engine-rest/engine/default")) {
            for (String end : List.of("", "/")) {
                closedTo.post(
                                engine + "/process-instance/" + deployment + "/modification" + end,
                                before("recordSolution"))
                        .expectProblem(403, "not-allowed");
                closedTo.post(
                                engine + "/process-instance/" + planning + "/modification" + end,
                                before("recordApproval", "decision", "APPROVED"))
                        .expectProblem(403, "not-allowed");
                closedTo.put(engine + "/process-instance/" + planning + "/variables/quorum" + end, Map.of("value", 0))
                        .expectProblem(403, "not-allowed");
            }
            closedTo.post(
                            engine + "/process-definition/key/release-deployment/start",
                            Map.of(
                                    "businessKey",
                                    executed.number(),
                                    "startInstructions",
                                    List.of(Map.of("type", "startBeforeActivity", "activityId", "recordSolution"))))
                    .expectProblem(403, "not-allowed");
        }
        assertThat(planned.status()).isEqualTo("PLANNED");
        assertThat(executed.status()).isEqualTo("EXECUTED");
    }

    @Test
    void letsAProcessOwnerMigrateButBringNothingAlong() {
        ReleaseStory release = ReleaseStory.registered(slipway).planned();
        String instance = instance(release, "release-planning");
        String definition = runtime.createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getProcessDefinitionId();
        SlipwayClient modeler = slipway.as("modeler");
        ObjectNode plan = (ObjectNode) modeler.post(
                        "/engine-rest/migration/generate",
                        Map.of("sourceProcessDefinitionId", definition, "targetProcessDefinitionId", definition))
                .expect(200)
                .json();
        Map<String, Object> migration = Map.of("migrationPlan", plan, "processInstanceIds", List.of(instance));
        plan.putObject("variables").putObject("quorum").put("value", 0);
        modeler.post("/engine-rest/migration/execute", migration).expectProblem(403, "not-allowed", "variables");
        plan.remove("variables");
        modeler.post("/engine-rest/migration/execute", migration).expect(204);
        assertThat(release.approved().status()).isEqualTo("APPROVED");
    }

    @Test
    void letsNobodyOpenAWindowByItsTimer() {
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        registration.put(
                "deployment", ReleaseStory.window(Instant.now().plus(Duration.ofDays(2)), Duration.ofHours(4)));
        ReleaseStory release = ReleaseStory.registered(slipway, registration)
                .until("authoriseRelease")
                .authorised();
        String timer = jobs.createJobQuery()
                .processInstanceId(instance(release, "release-deployment"))
                .activityId("deploymentWindowOpened")
                .singleResult()
                .getId();
        Map<String, Object> now = Map.of("retries", 1, "dueDate", "2020-01-01T00:00:00.000+0000");
        for (String person : List.of("modeler", "admin")) {
            SlipwayClient closedTo = slipway.as(person);
            closedTo.post("/engine-rest/job/" + timer + "/execute").expectProblem(403, "not-allowed");
            closedTo.put("/engine-rest/job/" + timer + "/duedate", Map.of("duedate", "2020-01-01T00:00:00.000+0000"))
                    .expectProblem(403, "not-allowed");
            closedTo.put("/engine-rest/job/" + timer + "/retries", now).expectProblem(403, "not-allowed", "dueDate");
            closedTo.put("/engine-rest/job/" + timer + "/retries", Map.of("retries", 1))
                    .expect(204);
        }
        assertThat(release.openTasks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"authoriseRelease", "closeRelease"})
    void leavesToTheRequesterWhatIsHisWhateverTheEngineWasTold(String key) {
        ReleaseStory release = ReleaseStory.registered(slipway).until(key);
        String task = release.task(key);
        SlipwayClient admin = slipway.as("admin");
        Map<String, Object> answers = key.equals("closeRelease") ? Map.of("accepted", true) : Map.of("decision", "GO");

        admin.post("/engine-rest/task/" + task + "/identity-links", Map.of("userId", "admin", "type", "candidate"))
                .expectProblem(403, "not-allowed");
        admin.post("/engine-rest/task/" + task + "/assignee", Map.of("userId", "admin"))
                .expectProblem(403, "not-allowed");
        tasks.addCandidateUser(task, "admin");
        release.complete("admin", key, answers).expectProblem(403, "task-requesters");
        admin.post("/engine-rest/task/" + task + "/complete", Map.of("variables", typed(answers)))
                .expectProblem(403, "task-requesters");

        assertThat(release.openTasks()).containsExactly(key);
    }

    @Test
    void doesNotLoseWhatIsAssignedPersonally() {
        ReleaseStory release = ReleaseStory.registered(slipway).until("authoriseRelease");
        String task = release.task("authoriseRelease");
        SlipwayClient requester = slipway.as("requester");
        requester.delete("/api/tasks/" + task + "/claim").expectProblem(422, "task-personal");
        requester.post("/engine-rest/task/" + task + "/unclaim").expectProblem(422, "task-personal");
        assertThat(requester
                        .get("/api/tasks/" + task)
                        .expect(200)
                        .json()
                        .at("/task/assignee")
                        .asText())
                .isEqualTo("requester");
        assertThat(release.authorised().status()).isEqualTo("IN_EXECUTION");
    }

    @Test
    void leavesAPlannedActivityToWhomItIsPlannedFor() {
        ReleaseStory release = ReleaseStory.registered(slipway).until("executeRelease");
        slipway.as("operator")
                .post(
                        release.path() + "/activities",
                        Map.of(
                                "title",
                                "Copy data",
                                "assignee",
                                "operator",
                                "due",
                                Instant.now().plus(Duration.ofHours(2)).toString(),
                                "estimatedMinutes",
                                30))
                .expect(201);
        String task = release.task("carryOutActivity");
        slipway.as("operator").delete("/api/tasks/" + task + "/claim").expectProblem(422, "task-personal");
        for (String other : List.of("approver", "manager", "admin")) {
            release.complete(other, "carryOutActivity", Map.of()).expectProblem(403, "task-not-offered");
        }
        slipway.as("manager")
                .post("/api/tasks/" + task + "/delegation", Map.of("user", "approver"))
                .expect(200);
        release.complete("approver", "carryOutActivity", Map.of("minutesSpent", 5))
                .expect(200);
    }

    @Test
    void letsWhoeverHasTheRightReactivateWhoeverHoldsTheTask() {
        ReleaseStory release = ReleaseStory.registered(slipway).suspended();
        assertThat(slipway.as("admin")
                        .get(release.path())
                        .json()
                        .path("actions")
                        .toString())
                .contains("REACTIVATE");
        slipway.as("manager")
                .post("/api/tasks/" + release.task("reactivateRelease") + "/claim")
                .expect(200);
        release.post("operator", "reactivation", Map.of()).expectProblem(403, "operation-not-allowed");
        release.post("admin", "reactivation", Map.of()).expect(200);
        assertThat(release.status()).isEqualTo("REGISTERED");
    }

    @Test
    void keepsADraftForWhoWroteIt() {
        ReleaseStory release = ReleaseStory.registered(slipway).planned();
        String path = "/api/tasks/" + release.task("approveRelease");
        tasks.addCandidateGroup(release.task("approveRelease"), "release-managers");
        slipway.as("approver")
                .put(path + "/draft", Map.of("observations", "Mine"))
                .expect(204);
        slipway.as("manager")
                .put(path + "/draft", Map.of("observations", "His"))
                .expect(204);

        assertThat(slipway.as("approver")
                        .get(path)
                        .json()
                        .at("/draft/observations")
                        .asText())
                .isEqualTo("Mine");
        assertThat(slipway.as("manager")
                        .get(path)
                        .json()
                        .at("/draft/observations")
                        .asText())
                .isEqualTo("His");
        assertThat(slipway.as("requester").get(path).json().path("draft").isEmpty())
                .isTrue();
        slipway.as("operator").put(path + "/draft", Map.of()).expectProblem(403, "task-not-offered");
    }

    @Test
    void goesOnInTheListOfTasksWhereItEnded() {
        ReleaseStory first = ReleaseStory.registered(slipway);
        ReleaseStory.registered(slipway);
        SlipwayClient operator = slipway.as("operator");
        List<String> all = ids(operator.get("/api/tasks?limit=200").expect(200).json());
        int place = all.indexOf(first.task("planRelease")) + 1;
        JsonNode page = operator.get("/api/tasks?limit=" + place).expect(200).json();
        first.planned();

        List<String> rest = ids(
                operator.get("/api/tasks?limit=200&after=" + page.path("next").asText())
                        .expect(200)
                        .json());

        assertThat(rest).isEqualTo(all.subList(place, all.size()));
        for (String never : List.of("nonsense", "!", all.get(0))) {
            operator.get("/api/tasks?after=" + never).expectProblem(400, "page-unknown", "after");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/tasks", "/api/people", "/api/groups", "/api/releases/%s/history"})
    void refusesAPageOfNoSize(String list) {
        String path = list.formatted(ReleaseStory.registered(slipway).number());
        slipway.as("operator").get(path + "?limit=-1").expect(400);
        slipway.as("operator").get(path + "?limit=0").expect(400);
        slipway.as("operator").get(path + "?limit=201").expect(400);
        slipway.as("operator").get(path + "?limit=200").expect(200);
    }

    @Test
    void knowsNobodyWhoFollowsWhatIsNot() {
        slipway.as("operator").get("/api/releases/REL-999999/followers").expectProblem(404, "release-unknown");
    }

    @Test
    void registersWhatIsWrittenAndNotWhatMightBeMeant() {
        Map<String, Object> wrong = Map.of("impact", 2, "urgency", "1", "title", 123, "risk", true);
        wrong.forEach((field, value) -> {
            Map<String, Object> registration = ReleaseStory.registration(slipway);
            registration.put(field, value);
            SlipwayClient.Answer answer = slipway.as("requester").post("/api/releases", registration);
            assertThat(answer.expect(400).json().path("field").asText()).isEqualTo(field);
        });
    }

    private String instance(ReleaseStory release, String model) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(release.number())
                .processDefinitionKey(model)
                .singleResult()
                .getId();
    }

    private static Map<String, Object> before(String activity, String... variable) {
        Map<String, Object> instruction = new HashMap<>(Map.of("type", "startBeforeActivity", "activityId", activity));
        if (variable.length > 0) {
            instruction.put("variables", typed(Map.of(variable[0], variable[1])));
        }
        return Map.of("instructions", List.of(instruction));
    }

    private static Map<String, Object> typed(Map<String, ?> answers) {
        Map<String, Object> typed = new HashMap<>();
        answers.forEach((name, value) -> typed.put(name, Map.of("value", value)));
        return typed;
    }

    private static List<String> ids(JsonNode page) {
        return page.path("items").findValuesAsText("id");
    }

    private long lifecycles() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("release-lifecycle")
                .count();
    }
}
