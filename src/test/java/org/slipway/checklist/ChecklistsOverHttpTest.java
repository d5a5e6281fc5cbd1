package org.slipway.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayClient.Answer;
import org.slipway.support.SlipwayTest;
import org.springframework.jdbc.core.JdbcTemplate;

@SlipwayTest
@OnBothDatabases
class ChecklistsOverHttpTest {

    private final SlipwayClient slipway;
    private final JdbcTemplate jdbc;

    ChecklistsOverHttpTest(SlipwayClient slipway, JdbcTemplate jdbc) {
        this.slipway = slipway;
        this.jdbc = jdbc;
    }

    @Test
    void solvesNothingWhileAnAttachedChecklistIsUnconfirmed() {
        String questionnaire = questionnaire();
        ReleaseStory story = ReleaseStory.registered(slipway).until("homologateRelease");
        String checklist = attach(story, questionnaire);

        refused(story, "homologateRelease", "approver", ReleaseStory.solution());
        answer(story, checklist, Map.of("rollBackTested", "YES")).expect(200);
        refused(story, "homologateRelease", "approver", ReleaseStory.solution());
        slipway.as("approver")
                .post(story.path() + "/checklists/" + checklist + "/confirmation")
                .expect(200);

        story.homologated();
        assertThat(story.status()).isEqualTo("SOLVED");
    }

    @Test
    void neverHoldsUpWhatIsNotSolved() {
        ReleaseStory story = ReleaseStory.registered(
                        slipway, registration(modelAsking("homologateRelease", questionnaire())))
                .until("homologateRelease");
        attach(story, questionnaire());

        story.complete("approver", "homologateRelease", Map.of("outcome", "NOT_SOLVED", "executionRecord", "It broke"))
                .expect(200);

        assertThat(story.status()).isEqualTo("NOT_SOLVED");
    }

    @Test
    void asksOfEveryReleaseOfAModelWhatAStepAsks() {
        String questionnaire = questionnaire();
        ReleaseStory story = ReleaseStory.registered(slipway, registration(modelAsking("testRelease", questionnaire)))
                .until("executeRelease");
        JsonNode asked = checklists(story).path(0);
        assertThat(asked.path("questionnaire").asText()).isEqualTo(questionnaire);
        assertThat(asked.path("mandatory").asBoolean()).isTrue();
        assertThat(asked.path("step").asText()).isEqualTo("testRelease");
        assertThat(asked.path("state").asText()).isEqualTo("OPEN");

        story.executed();
        refused(story, "testRelease", "operator", Map.of("outcome", "SOLVED", "executionRecord", "All green"));
        assertThat(story.openTasks()).containsExactly("testRelease");

        String id = asked.path("id").asText();
        answer(story, id, Map.of("rollBackTested", "YES")).expect(200);
        slipway.as("operator")
                .post(story.path() + "/checklists/" + id + "/confirmation")
                .expect(200);

        story.tested().homologated();
        assertThat(checklists(story)).hasSize(1);
    }

    @Test
    void keepsADraftAndConfirmsOnlyWhatTheCallerHasSeen() {
        ReleaseStory story = ReleaseStory.registered(slipway);
        String path = story.path() + "/checklists/" + attach(story, questionnaire());
        Answer draft = slipway.as("operator")
                .put(path + "/answers", Map.of("answers", Map.of(), "draft", true))
                .expect(200);
        assertThat(draft.json().path("state").asText()).isEqualTo("OPEN");
        assertThat(draft.json().at("/sections/0/questions/0/type").asText()).isEqualTo("YES_NO");
        slipway.as("operator")
                .put(path + "/answers", Map.of("answers", Map.of()))
                .expectProblem(400, "required");

        String tag = slipway.as("operator")
                .with("If-Match", draft.header("ETag").orElseThrow())
                .put(path + "/answers", Map.of("answers", Map.of("rollBackTested", "NO")))
                .expect(200)
                .header("ETag")
                .orElseThrow();
        slipway.as("operator")
                .with("If-Match", "\"0\"")
                .post(path + "/confirmation")
                .expectProblem(409, "concurrent-change");
        JsonNode confirmed = slipway.as("operator")
                .with("If-Match", tag)
                .post(path + "/confirmation")
                .expect(200)
                .json();
        assertThat(confirmed.path("state").asText()).isEqualTo("VALIDATED");
        assertThat(confirmed.path("confirmedBy").asText()).isEqualTo("operator");
        assertThat(confirmed.at("/answers/rollBackTested").asText()).isEqualTo("NO");
        assertThat(slipway.as("operator")
                        .delete(path + "/confirmation")
                        .expect(200)
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("AWAITING_VALIDATION");
        slipway.as("operator").delete(path).expectProblem(409, "checklist-answered");
    }

    @Test
    void detachesWhatNobodyAnswered() {
        ReleaseStory story = ReleaseStory.registered(slipway);
        String path = story.path() + "/checklists/" + attach(story, questionnaire());

        slipway.as("requester").delete(path).expectProblem(403, "operation-not-allowed");
        slipway.as("operator").delete(path).expect(204);
        slipway.as("operator").get(path).expectProblem(404, "checklist-unknown");
        slipway.as("operator")
                .post(story.path() + "/checklists", Map.of("questionnaire", "nobody-knows"))
                .expectProblem(400, "questionnaire-unknown");
    }

    private void refused(ReleaseStory story, String task, String person, Map<String, ?> answers) {
        JsonNode problem = slipway.as(person)
                .with("Accept-Language", "pt-BR")
                .post("/api/tasks/" + story.task(task) + "/completion", answers)
                .expectProblem(422, "checklist-unconfirmed")
                .json();
        assertThat(problem.path("detail").asText()).contains("Teste de reversão");
    }

    private Answer answer(ReleaseStory story, String checklist, Map<String, ?> answers) {
        return slipway.as("operator")
                .put(story.path() + "/checklists/" + checklist + "/answers", Map.of("answers", answers));
    }

    private String attach(ReleaseStory story, String questionnaire) {
        return slipway.as("operator")
                .post(story.path() + "/checklists", Map.of("questionnaire", questionnaire))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private JsonNode checklists(ReleaseStory story) {
        return slipway.as("auditor")
                .get(story.path() + "/checklists")
                .expect(200)
                .json()
                .path("items");
    }

    private Map<String, Object> registration(String model) {
        Map<String, Object> registration = new HashMap<>(ReleaseStory.registration(slipway));
        registration.put("model", model);
        return registration;
    }

    /** A model of its own, since what a model asks, it asks of all its releases. */
    private String modelAsking(String step, String questionnaire) {
        String model = "model-" + UUID.randomUUID();
        jdbc.update(
                "insert into portfolio_model (model_key, name, description, portfolio_key, planning_process,"
                        + " deployment_process, executor_group, approver_group, calendar_key, category, kind,"
                        + " default_impact, default_urgency, default_contract, status)"
                        + " select ?, name, description, portfolio_key, planning_process,"
                        + " deployment_process, executor_group, approver_group, calendar_key, category, kind,"
                        + " default_impact, default_urgency, default_contract, status"
                        + " from portfolio_model where model_key = 'standard'",
                model);
        slipway.as("manager")
                .post("/api/questionnaires/" + questionnaire + "/assignments", Map.of("model", model, "step", step))
                .expect(201);
        return model;
    }

    private String questionnaire() {
        String code = "q-" + UUID.randomUUID().toString().substring(0, 30);
        slipway.as("manager")
                .post(
                        "/api/questionnaires",
                        Map.of(
                                "code",
                                code,
                                "kind",
                                "RELEASE_TEST",
                                "definition",
                                Map.of(
                                        "title",
                                        Map.of("en", "Roll-back test", "pt", "Teste de reversão"),
                                        "sections",
                                        List.of(Map.of(
                                                "questions",
                                                List.of(Map.of(
                                                        "key",
                                                        "rollBackTested",
                                                        "type",
                                                        "YES_NO",
                                                        "text",
                                                        Map.of("en", "Has the roll-back been tested?"),
                                                        "mandatory",
                                                        true)))))))
                .expect(201);
        return code;
    }
}
