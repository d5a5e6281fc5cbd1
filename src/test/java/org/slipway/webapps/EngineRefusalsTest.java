package org.slipway.webapps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;
import org.springframework.core.env.Environment;

/** The rules of a release hold in Tasklist and for Modeler too, and are told there in the same words. */
@SlipwayTest
class EngineRefusalsTest {

    private static final String TASKLIST = "/camunda/api/engine/engine/default/task/";

    private final SlipwayClient slipway;
    private final String baseUrl;

    EngineRefusalsTest(SlipwayClient slipway, Environment environment) {
        this.slipway = slipway;
        this.baseUrl = "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
    }

    @Test
    void areToldInTasklistAsByOurOwnApi() {
        String task = ReleaseStory.registered(slipway).task("planRelease");
        BrowserSession approver = new BrowserSession(baseUrl).login("approver");
        approver.page("/camunda/app/tasklist/default/");

        var answer = approver.postWithToken(TASKLIST + task + "/complete", "{}", "XSRF-TOKEN");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"task-not-offered\"", "\"message\":");
        slipway.as("approver")
                .with("Accept-Language", "es")
                .post("/engine-rest/task/" + task + "/complete", "{}")
                .expectProblem(403, "task-not-offered");
    }

    /** The engine answers in its own words there; the journal knows of it all the same, once. */
    @Test
    void standInTheJournalWhicheverWebappAskedForIt() {
        String release = ReleaseStory.registered(slipway).number();
        BrowserSession operator = new BrowserSession(baseUrl).login("operator");
        operator.page("/camunda/app/tasklist/default/");
        String group = "/camunda/api/engine/engine/default/group/create";
        String setup = "/camunda/api/admin/setup/default/user/create";
        String reassigned = "/camunda/api/engine/engine/default/task/" + release + "/assignee";
        assertThat(operator.postWithToken(group, "{\"id\": \"mine\", \"name\": \"Mine\"}", "XSRF-TOKEN")
                        .statusCode())
                .isEqualTo(403);
        assertThat(operator.postWithToken(setup, "{}", "XSRF-TOKEN").statusCode())
                .isEqualTo(403);
        assertThat(operator.postWithToken(reassigned, "{}", "XSRF-TOKEN").statusCode())
                .isEqualTo(403);

        assertThat(slipway.as("auditor")
                        .get("/api/audit/journal?kind=REFUSAL&person=operator&limit=3&to="
                                + Instant.now().plusSeconds(60))
                        .json()
                        .path("items"))
                .extracting(
                        entry -> entry.path("subject").asText(),
                        entry -> entry.path("origin").asText())
                .containsExactly(
                        tuple("POST " + reassigned, "127.0.0.1 /camunda"),
                        tuple("POST " + setup, "127.0.0.1 /camunda"),
                        tuple("POST " + group, "127.0.0.1 /camunda"));
    }

    @Test
    void letPeopleTakeTasksForThemselvesOnly() {
        String path = "/engine-rest/task/" + ReleaseStory.registered(slipway).task("planRelease");

        slipway.as("approver")
                .post(path + "/claim", Map.of("userId", "approver"))
                .expectProblem(403, "task-not-offered");
        slipway.as("approver")
                .post(path + "/claim", Map.of("userId", "operator"))
                .expectProblem(403, "task-for-oneself");
        slipway.as("operator")
                .post(path + "/claim", Map.of("userId", "operator"))
                .expect(204);
    }

    @Test
    void letPeopleGiveBackWhatTheyHold() {
        String task = ReleaseStory.registered(slipway).task("planRelease");
        String path = "/engine-rest/task/" + task;
        BrowserSession operator = new BrowserSession(baseUrl).login("operator");
        operator.page("/camunda/app/tasklist/default/");
        operator.postWithToken(TASKLIST + task + "/claim", "{\"userId\": \"operator\"}", "XSRF-TOKEN");
        assertThat(slipway.as("operator").get(path).json().path("assignee").asText())
                .isEqualTo("operator");

        slipway.as("requester").post(path + "/unclaim").expectProblem(403, "task-not-yours");
        assertThat(operator.postWithToken(TASKLIST + task + "/unclaim", "{}", "XSRF-TOKEN")
                        .statusCode())
                .isEqualTo(204);

        assertThat(slipway.as("operator").get(path).json().path("assignee").isNull())
                .isTrue();
        slipway.as("operator")
                .post(path + "/claim", Map.of("userId", "operator"))
                .expect(204);
        slipway.as("operator")
                .post("/engine-rest/engine/default/task/" + task + "/unclaim")
                .expect(204);
    }

    @Test
    void closeTheWaysRoundARelease() {
        String path = "/engine-rest/task/" + ReleaseStory.registered(slipway).task("planRelease");
        Map<String, Object> variables = Map.of("variables", Map.of("x", Map.of("value", 1)));

        for (String way :
                List.of("/resolve", "/delegate", "/bpmnError", "/bpmnEscalation", "/assignee", "/identity-links")) {
            slipway.as("operator").post(path + way, variables).expectProblem(403, "not-allowed");
        }
        slipway.as("operator").put(path, Map.of("assignee", "operator")).expectProblem(403, "not-allowed");
        slipway.as("operator").post("/engine-rest/task/count", Map.of()).expect(200);
        slipway.as("operator").post("/engine-rest/task?maxResults=1", Map.of()).expect(200);
    }

    @Test
    void letNobodyStartTheProcessWithoutARelease() {
        String number = ReleaseStory.registered(slipway).cancelled().number();
        SlipwayClient requester = slipway.as("requester");

        int started = requester
                .post("/engine-rest/process-definition/key/release-lifecycle/start", Map.of("businessKey", number))
                .status();
        int reopened = requester
                .post("/engine-rest/message", Map.of("messageName", "ReleaseReopened", "businessKey", number))
                .status();

        assertThat(started).isBetween(400, 499);
        assertThat(reopened).isBetween(400, 499);
    }
}
