package org.slipway.planning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;

@SlipwayTest
class PlanOverHttpTest {

    private final SlipwayClient slipway;

    private final ReleaseStory story;

    PlanOverHttpTest(SlipwayClient slipway) {
        this.slipway = slipway;
        this.story = ReleaseStory.registered(slipway);
    }

    @Test
    void movesAnActivityOverTheBoardAsItsTaskIsWorkedOn() {
        JsonNode planned = slipway.as("operator")
                .post(story.path() + "/activities", copyTables())
                .expect(201)
                .json();
        assertThat(planned.path("phase").asText()).isEqualTo("PLANNING");
        assertThat(activity().path("state").asText()).isEqualTo("TODO");

        String task = story.task("carryOutActivity");
        slipway.as("operator").post("/api/tasks/" + task + "/claim").expect(200);
        assertThat(activity().path("state").asText()).isEqualTo("DOING");
        assertThat(activity().path("assignee").asText()).isEqualTo("operator");

        slipway.as("operator")
                .post("/api/tasks/" + task + "/completion", Map.of("executionRecord", "All copied", "minutesSpent", 45))
                .expect(200);
        assertThat(activity().path("state").asText()).isEqualTo("DONE");
        assertThat(activity().path("minutesSpent").asInt()).isEqualTo(45);
        assertThat(activity().path("finishedBy").asText()).isEqualTo("operator");
    }

    @Test
    void namesTheFieldsOfAnActivityThatAreWrong() {
        JsonNode problem = slipway.as("operator")
                .post(story.path() + "/activities", Map.of("title", " ", "estimatedMinutes", 0))
                .expect(400)
                .json();

        assertThat(problem.path("errors"))
                .extracting(error -> error.path("field").asText())
                .containsExactlyInAnyOrder("title", "due", "estimatedMinutes");
        slipway.as("requester")
                .post(story.path() + "/activities", copyTables())
                .expectProblem(403, "operation-not-allowed");
    }

    @Test
    void replacesTheBackOutPlan() {
        slipway.as("operator")
                .put(story.path() + "/backout-plan", Map.of("steps", List.of("Stop", "Restore")))
                .expect(200);

        JsonNode plan = slipway.as("auditor")
                .get(story.path() + "/backout-plan")
                .expect(200)
                .json();
        assertThat(plan.path("steps"))
                .extracting(step -> step.path("description").asText())
                .containsExactly("Stop", "Restore");
        slipway.as("operator")
                .put(story.path() + "/backout-plan", Map.of("steps", List.of("")))
                .expect(400);
        slipway.as("auditor").get("/api/releases/REL-999999/backout-plan").expectProblem(404, "release-unknown");
    }

    @Test
    void givesAndTakesRoles() {
        String roles = story.path() + "/links/roles";
        Map<String, String> tester = Map.of("person", "operator", "role", "Tester");

        JsonNode role = slipway.as("operator").post(roles, tester).expect(201).json();
        slipway.as("operator").post(roles, tester).expectProblem(409, "role-held");
        assertThat(slipway.as("auditor").get(roles).expect(200).json().path("items"))
                .hasSize(1);
        slipway.as("operator").delete(roles + "/" + role.path("id").asText()).expect(204);
        assertThat(slipway.as("auditor").get(roles).expect(200).json().path("items"))
                .isEmpty();
    }

    private JsonNode activity() {
        return slipway.as("auditor")
                .get(story.path() + "/activities")
                .expect(200)
                .json()
                .path("items")
                .path(0);
    }

    private static Map<String, Object> copyTables() {
        return Map.of(
                "title",
                "Copy tables",
                "due",
                Instant.now().plus(Duration.ofHours(4)).toString(),
                "estimatedMinutes",
                60);
    }
}
