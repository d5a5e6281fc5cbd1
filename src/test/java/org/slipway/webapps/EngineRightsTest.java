package org.slipway.webapps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.rest.impl.DefaultProcessEngineRestServiceImpl;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;
import org.slipway.webapps.EngineEndpoints.Endpoint;

/** What each role may do directly with the engine, as Modeler, Cockpit and Tasklist do. */
@SlipwayTest
class EngineRightsTest {

    private static final String FORM = "look-around.html";

    /** Of these the engine's grants say who may change them. */
    private static final Set<String> OPEN = Set.of(
            "authorization",
            "group",
            "tenant",
            "user",
            "filter",
            "deployment",
            "decision-definition",
            "batch",
            "job-definition",
            "incident",
            "history",
            "metrics",
            "telemetry",
            "migration");

    /** And of everything else, these. Notes are left by who works on tasks. */
    private static final Pattern OPEN_TOO = Pattern.compile("POST /task/\\{id}/(claim|unclaim|complete|submit-form)"
            + "|.* /(task|process-instance)/\\{id}/(comment|attachment).*"
            + "|PUT /(process-definition|process-instance|job)(/\\{id}|/key/\\{key})?/suspended"
            + "|PUT /process-definition/(\\{id}|key/\\{key})/history-time-to-live"
            + "|DELETE /process-(definition/.*|instance/\\{id})"
            + "|POST /process-instance/(suspended-async|delete.*|job-retries.*)"
            + "|(POST|PUT) /job/(\\{id}/)?(retries|priority)"
            + "|POST /execution/\\{id}/create-incident"
            + "|POST /[a-z-]+(/count)?|POST /(schema/log|identity/password-policy)");

    /** Named like questions, and are none. */
    private static final Set<String> CLOSED_TOO = Set.of("POST /message", "POST /signal", "POST /condition");

    private final SlipwayClient slipway;
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final List<String> deployments = new ArrayList<>();
    private final String process = "rights" + UUID.randomUUID().toString().substring(0, 8);
    private String instance = "";
    private String task = "";

    EngineRightsTest(SlipwayClient slipway, RepositoryService repository, RuntimeService runtime, TaskService tasks) {
        this.slipway = slipway;
        this.repository = repository;
        this.runtime = runtime;
        this.tasks = tasks;
    }

    @BeforeEach
    void startAProcessWithOneTask() {
        Deployment deployment = repository
                .createDeployment()
                .addString(process + ".bpmn", model(process))
                .addString(FORM, "<form></form>")
                .deploy();
        deployments.add(deployment.getId());
        instance = runtime.startProcessInstanceByKey(process).getId();
        Task open = tasks.createTaskQuery().processInstanceId(instance).singleResult();
        task = open.getId();
    }

    @AfterEach
    void removeIt() {
        deployments.forEach(deployment -> repository.deleteDeployment(deployment, true));
    }

    @Test
    void anAuditorSeesAllAndChangesNothing() {
        SlipwayClient auditor = slipway.as("auditor");

        assertThat(auditor.get("/engine-rest/task/" + task)
                        .expect(200)
                        .json()
                        .path("id")
                        .asText())
                .isEqualTo(task);
        auditor.get("/engine-rest/process-instance/" + instance).expect(200);
        auditor.get("/engine-rest/history/process-instance/" + instance).expect(200);
        auditor.get("/engine-rest/process-definition/key/" + process + "/xml").expect(200);

        auditor.post("/engine-rest/task/" + task + "/claim", Map.of("userId", "auditor"))
                .expect(403);
        auditor.post("/engine-rest/task/" + task + "/complete", "{}").expect(403);
        auditor.post("/engine-rest/task/" + task + "/comment/create", Map.of("message", "no"))
                .expect(403);
        auditor.post("/engine-rest/process-definition/key/" + process + "/start", "{}")
                .expect(403);
        auditor.post("/engine-rest/message", Map.of("messageName", "x", "processInstanceId", instance))
                .expect(403);
        auditor.put("/engine-rest/process-instance/" + instance + "/suspended", Map.of("suspended", true))
                .expect(403);
        auditor.put("/engine-rest/process-instance/" + instance + "/variables/x", Map.of("value", 1))
                .expect(403);
        auditor.delete("/engine-rest/process-instance/" + instance).expect(403);
        auditor.delete("/engine-rest/history/process-instance/" + instance).expect(403);
        assertThat(deploy(auditor).status()).isEqualTo(403);
    }

    @Test
    void aProcessOwnerDeploysAndHoldsButDoesNobodysWork() {
        SlipwayClient modeler = slipway.as("modeler");

        JsonNode deployed = deploy(modeler).expect(200).json();
        deployments.add(deployed.path("id").asText());
        modeler.put("/engine-rest/process-instance/" + instance + "/suspended", Map.of("suspended", true))
                .expect(204);
        modeler.put("/engine-rest/process-instance/" + instance + "/suspended", Map.of("suspended", false))
                .expect(204);

        modeler.post("/engine-rest/task/" + task + "/claim", Map.of("userId", "modeler"))
                .expect(403);
        modeler.post("/engine-rest/task/" + task + "/complete", "{}").expect(403);
        modeler.delete("/engine-rest/process-instance/" + instance).expect(403);
        modeler.delete("/engine-rest/history/process-instance/" + instance).expect(403);
        modeler.post(
                        "/engine-rest/user/create",
                        Map.of("profile", Map.of("id", "x"), "credentials", Map.of("password", SlipwayClient.PASSWORD)))
                .expect(403);
    }

    @Test
    void aDeploymentIsNotDeletedTogetherWithRunningReleases() {
        SlipwayClient modeler = slipway.as("modeler");
        JsonNode deployed = deploy(modeler).expect(200).json();
        String id = deployed.path("id").asText();
        deployments.add(id);
        runtime.startProcessInstanceByKey(process);

        modeler.delete("/engine-rest/deployment/" + id + "?cascade=true").expectProblem(403, "not-allowed");
        assertThat(modeler.delete("/engine-rest/deployment/" + id).status()).isGreaterThanOrEqualTo(400);
        assertThat(repository.createDeploymentQuery().deploymentId(id).count()).isEqualTo(1);
    }

    @Test
    void anOperatorWorksOnTasksButNotOnProcesses() {
        SlipwayClient operator = slipway.as("operator");

        assertThat(deploy(operator).status()).isEqualTo(403);
        operator.put("/engine-rest/process-instance/" + instance + "/suspended", Map.of("suspended", true))
                .expect(403);
        operator.put("/engine-rest/process-instance/" + instance + "/variables/x", Map.of("value", 1))
                .expect(403);
        operator.post("/engine-rest/task/" + task + "/assignee", Map.of("userId", "requester"))
                .expect(403);
        operator.post("/engine-rest/process-definition/key/" + process + "/start", "{}")
                .expect(403);
        operator.delete("/engine-rest/process-instance/" + instance).expect(403);
    }

    /** What a newer engine brings is tried here by itself. */
    @Test
    void nobodyGoesPastAReleaseNotEvenAnAdministrator() {
        SlipwayClient admin = slipway.as("admin");
        List<String> closed = new ArrayList<>();
        for (Endpoint each : EngineEndpoints.of(List.of(DefaultProcessEngineRestServiceImpl.class))) {
            String name = each.method() + " " + each.path();
            boolean open = OPEN.contains(each.path().split("/")[1])
                    || OPEN_TOO.matcher(name).matches() && !CLOSED_TOO.contains(name);
            if (Set.of("POST", "PUT", "DELETE").contains(each.method()) && !open) {
                String path = "/engine-rest" + each.path().replaceAll("\\{[^}]+}", "any");
                SlipwayClient.Answer answer = switch (each.method()) {
                    case "POST" -> admin.post(path, "{}");
                    case "PUT" -> admin.put(path, "{}");
                    default -> admin.delete(path);
                };
                answer.expectProblem(403, "not-allowed");
                closed.add(name);
            }
        }
        assertThat(closed)
                .hasSizeGreaterThan(80)
                .contains("POST /message", "POST /process-instance/{id}/modification", "PUT /job/{id}/duedate");
    }

    @Test
    void nobodyTriesOutPasswordsThroughTheEngine() {
        Map<String, String> guess = Map.of("username", "admin", "password", "guess");

        slipway.as("operator").post("/engine-rest/identity/verify", guess).expectProblem(403, "not-allowed");
        slipway.as("admin")
                .post("/engine-rest/engine/default/identity/verify", guess)
                .expectProblem(403, "not-allowed");
    }

    @Test
    void onlyWhoWorksOnTasksLeavesNotesOnThem() {
        String notes = "/task/" + task + "/comment/create";

        slipway.as("operator")
                .post("/engine-rest" + notes, Map.of("message", "seen"))
                .expect(200);
        slipway.as("modeler")
                .post("/engine-rest/engine/default" + notes, Map.of("message", "seen"))
                .expect(403);
        slipway.as("modeler")
                .delete("/engine-rest/task/" + task + "/comment/any")
                .expect(403);
        slipway.as("auditor").get("/engine-rest/task/" + task + "/comment").expect(200);
    }

    @Test
    void aReleaseManagerCannotSuspendBehindTheReleasesBack() {
        SlipwayClient manager = slipway.as("manager");

        manager.get("/engine-rest/task/" + task).expect(200);
        manager.put("/engine-rest/process-instance/" + instance + "/suspended", Map.of("suspended", true))
                .expect(403);
        manager.delete("/engine-rest/process-instance/" + instance).expect(403);
    }

    @Test
    void workersFindTheirTaskListsInTasklist() {
        JsonNode operators = slipway.as("operator")
                .get("/engine-rest/filter?maxResults=100")
                .expect(200)
                .json();
        JsonNode managers = slipway.as("manager")
                .get("/engine-rest/filter?maxResults=100")
                .expect(200)
                .json();

        assertThat(operators.findValuesAsText("name")).containsExactlyInAnyOrder("My tasks", "My groups' tasks");
        assertThat(managers.findValuesAsText("name")).contains("All tasks");
    }

    @Test
    void theTaskListsListWhatTheirNamesSay() {
        tasks.setAssignee(task, "operator");
        String mine = filter("My tasks");
        String myGroups = filter("My groups' tasks");

        assertThat(ids("operator", mine)).contains(task);
        assertThat(ids("approver", mine)).doesNotContain(task);

        tasks.setAssignee(task, null);
        tasks.addCandidateGroup(task, "operations");

        assertThat(ids("operator", mine)).doesNotContain(task);
        assertThat(ids("operator", myGroups)).contains(task);
        assertThat(ids("approver", myGroups)).doesNotContain(task);
    }

    private String filter(String name) {
        JsonNode filters =
                slipway.as("operator").get("/engine-rest/filter?maxResults=100").json();
        for (JsonNode filter : filters) {
            if (filter.path("name").asText().equals(name)) {
                return filter.path("id").asText();
            }
        }
        throw new AssertionError("No filter " + name);
    }

    private List<String> ids(String person, String filter) {
        return slipway.as(person)
                .get("/engine-rest/filter/" + filter + "/list?maxResults=1000")
                .expect(200)
                .json()
                .findValuesAsText("id");
    }

    private SlipwayClient.Answer deploy(SlipwayClient person) {
        String boundary = "----slipway";
        String part = "--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nrights\r\n--"
                + boundary + "\r\nContent-Disposition: form-data; name=\"data\"; filename=\"" + process
                + ".bpmn\"\r\nContent-Type: application/octet-stream\r\n\r\n" + model(process) + "\r\n--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"" + FORM + "\"; filename=\"" + FORM
                + "\"\r\nContent-Type: text/html\r\n\r\n<form></form>\r\n--" + boundary + "--\r\n";
        return person.with("Content-Type", "multipart/form-data; boundary=" + boundary)
                .post("/engine-rest/deployment/create", part);
    }

    /** The least that keeps the contract of models. */
    private static String model(String process) {
        return """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
                    xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="lookAroundDefinitions" targetNamespace="urn:test">
                  <process id="%1$s" name="Look around" isExecutable="true" camunda:versionTag="1" camunda:historyTimeToLive="P1D">
                    <startEvent id="walkBegun" name="Walk begun"/>
                    <sequenceFlow id="toLookAround" sourceRef="walkBegun" targetRef="lookAround"/>
                    <userTask id="lookAround" name="Look around" camunda:formKey="embedded:deployment:look-around.html" camunda:dueDate="2099-01-01T00:00:00"/>
                    <boundaryEvent id="walkOverdue" name="Walk overdue" cancelActivity="false" attachedToRef="lookAround">
                      <timerEventDefinition id="walkOverdueTimer"><timeDate xsi:type="tFormalExpression">2099-01-01T00:00:00</timeDate></timerEventDefinition>
                    </boundaryEvent>
                    <sequenceFlow id="toDelayNoted" sourceRef="walkOverdue" targetRef="delayNoted"/>
                    <endEvent id="delayNoted" name="Delay noted"/>
                    <sequenceFlow id="toWalkEnded" sourceRef="lookAround" targetRef="walkEnded"/>
                    <endEvent id="walkEnded" name="Walk ended"/>
                  </process>
                  <bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="%1$s">
                    <bpmndi:BPMNShape id="s1" bpmnElement="walkBegun"><dc:Bounds x="0" y="22" width="36" height="36"/></bpmndi:BPMNShape>
                    <bpmndi:BPMNShape id="s2" bpmnElement="lookAround"><dc:Bounds x="100" y="0" width="100" height="80"/></bpmndi:BPMNShape>
                    <bpmndi:BPMNShape id="s3" bpmnElement="walkEnded"><dc:Bounds x="300" y="22" width="36" height="36"/></bpmndi:BPMNShape>
                    <bpmndi:BPMNShape id="s4" bpmnElement="walkOverdue"><dc:Bounds x="132" y="62" width="36" height="36"/></bpmndi:BPMNShape>
                    <bpmndi:BPMNShape id="s5" bpmnElement="delayNoted"><dc:Bounds x="232" y="132" width="36" height="36"/></bpmndi:BPMNShape>
                    <bpmndi:BPMNEdge id="e1" bpmnElement="toLookAround"><di:waypoint x="36" y="40"/><di:waypoint x="100" y="40"/></bpmndi:BPMNEdge>
                    <bpmndi:BPMNEdge id="e2" bpmnElement="toWalkEnded"><di:waypoint x="200" y="40"/><di:waypoint x="300" y="40"/></bpmndi:BPMNEdge>
                    <bpmndi:BPMNEdge id="e3" bpmnElement="toDelayNoted"><di:waypoint x="150" y="98"/><di:waypoint x="232" y="150"/></bpmndi:BPMNEdge>
                  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
                </definitions>
                """.formatted(process);
    }
}
