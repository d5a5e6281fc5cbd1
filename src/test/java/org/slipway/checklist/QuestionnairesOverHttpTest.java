package org.slipway.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;

@SlipwayTest
class QuestionnairesOverHttpTest {

    private static final String PATH = "/api/questionnaires";

    private final SlipwayClient slipway;
    private final String code = "q-" + UUID.randomUUID().toString().substring(0, 30);

    QuestionnairesOverHttpTest(SlipwayClient slipway) {
        this.slipway = slipway;
    }

    /** Taking it in again under another code asks everything that is asked of a new one. */
    @ParameterizedTest
    @ValueSource(
            strings = {"deployment-document", "build-information", "ci-test", "service-test", "pilot-deployment-plan"})
    void shipsSoundQuestionnairesInThreeLanguages(String standard) {
        JsonNode shipped =
                slipway.as("manager").get(PATH + "/" + standard).expect(200).json();

        slipway.as("manager")
                .post(
                        PATH,
                        Map.of(
                                "code",
                                code,
                                "kind",
                                shipped.path("kind").asText(),
                                "definition",
                                shipped.path("definition")))
                .expect(201);
        assertThat(shipped.findValues("text").stream()
                        .filter(JsonNode::isObject)
                        .flatMap(text -> Stream.of(text.path("en"), text.path("es"), text.path("pt")))
                        .map(JsonNode::asText))
                .hasSizeGreaterThan(10)
                .allSatisfy(text -> assertThat(text).isNotBlank());
    }

    @ParameterizedTest
    @CsvSource({"en, Service test", "es-MX, Prueba de servicio", "pt-BR, Teste de serviço", "de, Service test"})
    void speaksTheLanguageOfTheReader(String language, String title) {
        JsonNode read = slipway.as("requester")
                .with("Accept-Language", language)
                .get(PATH + "/service-test")
                .expect(200)
                .json();

        assertThat(read.path("title").asText()).isEqualTo(title);
        assertThat(read.path("definition").isNull()).isTrue();
    }

    @Test
    void listsThemByCodeInPages() {
        JsonNode page = slipway.as("requester")
                .get(PATH + "?kind=RELEASE_STAGES&state=ACTIVE&limit=1&after=build-i")
                .expect(200)
                .json();

        assertThat(page.path("items")).hasSize(1);
        assertThat(page.path("next").asText()).isEqualTo("build-information");
        slipway.as("requester").get(PATH + "?limit=0").expect(400);
    }

    @Test
    void makesANewVersionOfWhatAsksSomethingElse() {
        String tag = add(definition("Is it done?")).header("ETag").orElseThrow();

        JsonNode changed = slipway.as("manager")
                .with("If-Match", tag)
                .patch(PATH + "/" + code, Map.of("definition", definition("Is all of it done?")))
                .expect(200)
                .json();
        assertThat(changed.path("version").asInt()).isEqualTo(2);
        assertThat(changed.at("/sections/0/questions/0/text").asText()).isEqualTo("Is all of it done?");

        slipway.as("manager")
                .with("If-Match", tag)
                .patch(PATH + "/" + code, Map.of("state", "RETIRED"))
                .expectProblem(409, "concurrent-change");
        JsonNode retired = slipway.as("manager")
                .patch(PATH + "/" + code, Map.of("state", "RETIRED", "definition", definition("Is all of it done?")))
                .expect(200)
                .json();
        assertThat(retired.path("version").asInt()).isEqualTo(2);
        assertThat(retired.path("state").asText()).isEqualTo("RETIRED");
    }

    @Test
    void namesTheFieldThatIsNotSound() {
        Map<String, Object> question = Map.of("key", "done", "type", "YES_NO", "text", Map.of("en", "Done?"));
        Map<String, Object> choice = Map.of("key", "one", "text", Map.of("en", "One"));

        refused(asking(question, question), "key-twice", "definition.sections[0].questions[1].key");
        refused(
                asking(Map.of(
                        "key",
                        "which",
                        "type",
                        "SINGLE_CHOICE",
                        "text",
                        Map.of("en", "Which?"),
                        "choices",
                        List.of(choice))),
                "choices-malformed",
                "definition.sections[0].questions[0].choices");
        refused(
                asking(Map.of(
                        "key",
                        "which",
                        "type",
                        "MULTIPLE_CHOICE",
                        "text",
                        Map.of("en", "Which?"),
                        "choices",
                        List.of(choice, choice))),
                "key-twice",
                "definition.sections[0].questions[0].choices");
        refused(
                asking(Map.of("key", "done", "type", "YES_NO", "text", Map.of("es", "¿Hecho?"))),
                "fields-invalid",
                "definition.sections[0].questions[0].text.en");
        refused(
                asking(Map.of("key", "done", "type", "GUESS", "text", Map.of("en", "Done?"))),
                "field-not-a-choice",
                "definition.sections[0].questions[0].type");
    }

    @Test
    void keepsOneOfEachCodeAndTakesThemOnlyFromWhoMaintainsRegistries() {
        add(definition("Done?"));

        slipway.as("manager").post(PATH, wanted(definition("Done?"))).expectProblem(409, "questionnaire-exists");
        slipway.as("operator")
                .patch(PATH + "/" + code, Map.of("state", "RETIRED"))
                .expectProblem(403, "operation-not-allowed");
        slipway.as("operator")
                .post(PATH + "/" + code + "/assignments", Map.of("model", "standard", "step", "testRelease"))
                .expectProblem(403, "operation-not-allowed");
        slipway.get(PATH).expect(401);
        slipway.as("manager").get(PATH + "/nobody-knows").expectProblem(404, "questionnaire-unknown");
    }

    @Test
    void assignsOnlyToModelsThatThereAre() {
        add(definition("Done?"));
        String assignments = PATH + "/" + code + "/assignments";
        Map<String, String> step = Map.of("model", "standard", "step", "aStepThatNoFlowHas");

        slipway.as("manager")
                .post(assignments, Map.of("model", "nobody-knows", "step", "testRelease"))
                .expectProblem(400, "model-unknown");
        slipway.as("manager").post(assignments, step).expect(201);
        slipway.as("manager").post(assignments, step).expect(201);
        assertThat(slipway.as("auditor").get(assignments).expect(200).json().path("items"))
                .hasSize(1);

        slipway.as("manager")
                .delete(assignments + "/standard/aStepThatNoFlowHas")
                .expect(204);
        slipway.as("manager")
                .delete(assignments + "/standard/aStepThatNoFlowHas")
                .expectProblem(404, "assignment-unknown");
    }

    private void refused(Map<String, Object> definition, String problem, String field) {
        JsonNode refusal = slipway.as("manager")
                .post(PATH, wanted(definition))
                .expectProblem(400, problem)
                .json();
        assertThat(fields(refusal)).containsExactly(field);
    }

    private static List<String> fields(JsonNode refusal) {
        return refusal.has("errors")
                ? StreamSupport.stream(refusal.path("errors").spliterator(), false)
                        .map(error -> error.path("field").asText())
                        .toList()
                : List.of(refusal.path("field").asText());
    }

    private SlipwayClient.Answer add(Map<String, Object> definition) {
        return slipway.as("manager").post(PATH, wanted(definition)).expect(201);
    }

    private Map<String, Object> wanted(Map<String, Object> definition) {
        return Map.of("code", code, "kind", "GENERAL", "definition", definition);
    }

    private static Map<String, Object> definition(String question) {
        return asking(Map.of("key", "done", "type", "YES_NO", "text", Map.of("en", question)));
    }

    @SafeVarargs
    private static Map<String, Object> asking(Map<String, Object>... questions) {
        return Map.of("title", Map.of("en", "Questions"), "sections", List.of(Map.of("questions", List.of(questions))));
    }
}
