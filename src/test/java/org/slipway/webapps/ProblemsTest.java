package org.slipway.webapps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slipway.shared.BusinessRuleViolated;
import org.slipway.shared.Malformed;
import org.slipway.shared.NotAllowed;
import org.slipway.shared.Unknown;
import org.slipway.shared.WrongState;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;
import org.springframework.boot.autoconfigure.jersey.ResourceConfigCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@SlipwayTest
@Import(ProblemsTest.Failing.class)
class ProblemsTest {

    private final SlipwayClient slipway;

    ProblemsTest(SlipwayClient slipway) {
        this.slipway = slipway.as("operator");
    }

    @ParameterizedTest
    @CsvSource({
        "malformed, 400, model-unknown",
        "notAllowed, 403, four-eyes",
        "unknown, 404, release-unknown",
        "wrongState, 409, release-ended",
        "rule, 422, justification-unknown",
        "wrapped, 422, justification-unknown",
        "optimistic, 409, concurrent-change",
        "engineOptimistic, 409, concurrent-change",
        "lock, 409, concurrent-change",
        "deadlock, 409, concurrent-change",
        "duplicate, 409, already-exists",
        "suspended, 409, release-suspended",
        "mismatch, 409, event-not-expected",
        "gone, 409, task-gone",
        "engineNotAllowed, 403, not-allowed",
        "noConnection, 503, unavailable",
        "noTransaction, 503, unavailable",
        "cutOff, 503, unavailable"
    })
    void tellsByStatusAndCodeWhatHappened(String failure, int status, String code) {
        JsonNode problem = slipway.get("/api/failing/" + failure)
                .expectProblem(status, code)
                .json();

        assertThat(problem.path("type").asText()).isEqualTo("urn:slipway:problem:" + code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("instance").asText()).isEqualTo("/api/failing/" + failure);
        assertThat(problem.path("detail").asText()).isNotBlank().isNotEqualTo(code);
    }

    @Test
    void saysNothingOfItsInsidesWhenItFailsItself() {
        SlipwayClient.Answer answer = slipway.get("/api/failing/bug").expectProblem(500, "internal-error");

        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.text()).doesNotContain("secret", "Exception", "org.");
        assertThat(answer.json().path("detail").asText())
                .contains(answer.json().path("reference").asText());
    }

    @ParameterizedTest
    @CsvSource({
        "en, There is no release REL-1.",
        "es, No existe la liberación REL-1.",
        "pt-BR, Não existe a liberação REL-1.",
        "fr, There is no release REL-1.",
        "'fr, es;q=0.5', No existe la liberación REL-1."
    })
    void speaksTheLanguageOfTheCaller(String languages, String detail) {
        JsonNode problem = slipway.with("Accept-Language", languages)
                .get("/api/failing/unknown")
                .json();

        assertThat(problem.path("detail").asText()).isEqualTo(detail);
    }

    @Test
    void namesEveryFieldThatBreaksARule() {
        JsonNode problem = slipway.with("Accept-Language", "pt-BR")
                .post("/api/failing", Map.of("title", "", "inner", Map.of("text", "too long")))
                .expectProblem(400, "fields-invalid")
                .json();

        assertThat(problem.path("errors").findValuesAsText("field")).containsExactly("inner.text", "kind", "title");
        assertThat(problem.path("errors").findValuesAsText("code")).containsExactly("size", "required", "required");
        assertThat(problem.at("/errors/2/message").asText()).isEqualTo("não deve estar em branco");
        assertThat(problem.has("field")).isFalse();
    }

    @Test
    void namesTheOnlyField() {
        JsonNode problem =
                slipway.post("/api/failing", Map.of("kind", "ONE")).expect(400).json();

        assertThat(problem.path("field").asText()).isEqualTo("title");
        assertThat(problem.path("detail").asText()).isEqualTo("One field is not valid.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"kind": "THREE"}               | field-not-a-choice | kind
                    {"inner": {"when": "tomorrow"}} | field-not-a-time   | inner.when
                    {"inner": {"when": "+10000-01-01T00:00:00Z"}} | field-not-a-time | inner.when
                    {"inner": {"when": "-1000000000-01-01T00:00:00Z"}} | field-not-a-time | inner.when
                    {"inner": {"when": 1796000000}} | field-not-a-time  | inner.when
                    {"inner": {"when": [2026, 12, 1]}} | field-not-a-time | inner.when
                    {"inner": {"number": "x"}}      | field-invalid      | inner.number
                    {"list": [1, "x"]}              | field-invalid      | list[1]
                    {"list": {}}                    | field-invalid      | list
                    {"colour": "red"}               | field-unknown      | colour
                    {"title":                       | malformed          |
                    nonsense                        | malformed          |
                    """)
    void namesTheFieldThatCannotBeRead(String body, String code, @Nullable String field) {
        JsonNode problem =
                slipway.post("/api/failing", body).expectProblem(400, code).json();

        assertThat(problem.path("field").asText(null)).isEqualTo(field);
    }

    @Test
    void refusesAnEmptyBody() {
        slipway.with("Content-Type", "application/json").post("/api/failing").expectProblem(400, "malformed");
    }

    @Test
    void checksParametersToo() {
        assertThat(slipway.get("/api/failing/list")
                        .expectProblem(400, "field-required")
                        .json()
                        .path("field")
                        .asText())
                .isEqualTo("limit");
        slipway.get("/api/failing/list?limit=x").expectProblem(400, "field-invalid");
        assertThat(slipway.get("/api/failing/list?limit=11")
                        .expectProblem(400, "fields-invalid")
                        .json()
                        .path("field")
                        .asText())
                .isEqualTo("limit");
    }

    @Test
    void knowsWhatHttpAsksFor() {
        slipway.get("/api/nothing").expectProblem(404, "not-found");
        assertThat(slipway.delete("/api/failing")
                        .expectProblem(405, "method-not-allowed")
                        .header("Allow"))
                .hasValue("POST");
        slipway.with("Content-Type", "text/csv")
                .post("/api/failing", "a;b")
                .expectProblem(415, "unsupported-media-type");
        slipway.with("Accept", "application/pdf")
                .get("/api/failing/list?limit=1")
                .expectProblem(406, "not-acceptable");
        slipway.get("/api/%2e%2e%2fetc").expect(400);
    }

    @Test
    void tellsARefusalInTheEngineByItsOwnStatusAndWords() {
        JsonNode problem = slipway.with("Accept-Language", "es")
                .get("/engine-rest/failing/unknown")
                .expectProblem(404, "release-unknown")
                .json();

        assertThat(problem.path("message").asText()).isEqualTo("No existe la liberación REL-1.");
        slipway.get("/engine-rest/failing/wrapped").expectProblem(422, "justification-unknown");
        slipway.get("/engine-rest/failing/restWrapped").expectProblem(422, "justification-unknown");
        slipway.get("/engine-rest/failing/engineOptimistic").expectProblem(409, "concurrent-change");
    }

    @Test
    void leavesTheEnginesOwnFailuresAsTheyAre() {
        JsonNode failure = slipway.get("/engine-rest/failing/gone").expect(500).json();

        assertThat(failure.path("type").asText()).isEqualTo("NullValueException");
        slipway.get("/engine-rest/task/none").expect(404);
    }

    enum Kind {
        ONE,
        TWO
    }

    record Inner(
            @Size(max = 3) @Nullable String text,
            @Nullable Instant when,
            @Nullable Integer number) {}

    record Body(
            @NotBlank @Nullable String title,
            @NotNull @Nullable Kind kind,
            @Valid @Nullable Inner inner,
            @Nullable List<Integer> list) {}

    @TestConfiguration
    @RestController
    static class Failing {

        private static final Map<String, Supplier<Exception>> FAILURES = Map.ofEntries(
                Map.entry("malformed", () -> new Malformed("model-unknown", "model", "x")),
                Map.entry("notAllowed", () -> new NotAllowed("four-eyes", null)),
                Map.entry("unknown", () -> new Unknown("release-unknown", null, "REL-1")),
                Map.entry("wrongState", () -> new WrongState("release-ended", null)),
                Map.entry("rule", Failing::rule),
                Map.entry(
                        "wrapped",
                        () -> new ProcessEngineException("while listening", new IllegalStateException(rule()))),
                Map.entry(
                        "restWrapped",
                        () -> new RestException(
                                jakarta.ws.rs.core.Response.Status.INTERNAL_SERVER_ERROR,
                                new ProcessEngineException("x", rule()),
                                "y")),
                Map.entry("optimistic", () -> new ObjectOptimisticLockingFailureException("release", 1)),
                Map.entry("engineOptimistic", () -> new OptimisticLockingException("task was updated")),
                Map.entry("lock", () -> new CannotAcquireLockException("row")),
                Map.entry("deadlock", () -> new ProcessEngineException("x", new SQLException("deadlock", "40P01"))),
                Map.entry(
                        "duplicate", () -> new DataIntegrityViolationException("x", new SQLException("key", "23505"))),
                Map.entry("suspended", () -> new SuspendedEntityInteractionException("task is suspended")),
                Map.entry("mismatch", () -> new MismatchingMessageCorrelationException("none")),
                Map.entry("gone", () -> new NullValueException("Cannot find task")),
                Map.entry("engineNotAllowed", () -> new AuthorizationException("not allowed")),
                Map.entry(
                        "noConnection",
                        () -> new ProcessEngineException("x", new SQLTransientConnectionException("pool"))),
                Map.entry("noTransaction", () -> new CannotCreateTransactionException("pool")),
                Map.entry("cutOff", () -> new ProcessEngineException("x", new SQLException("timeout", "57014"))),
                Map.entry("bug", () -> new IllegalStateException("secret")));

        private static BusinessRuleViolated rule() {
            return new BusinessRuleViolated("justification-unknown", "justification", "x");
        }

        @GetMapping("/api/failing/{failure}")
        String fail(@PathVariable String failure) throws Exception {
            throw Objects.requireNonNull(FAILURES.get(failure)).get();
        }

        @PostMapping("/api/failing")
        String read(@Valid @RequestBody Body body) {
            return "read";
        }

        @GetMapping("/api/failing/list")
        List<Integer> list(@RequestParam @Max(10) int limit) {
            return List.of(limit);
        }

        @Bean
        ResourceConfigCustomizer failingInTheEngine() {
            return engine -> engine.register(InEngine.class);
        }
    }

    /** Public, because Jersey creates it. */
    @jakarta.ws.rs.Path("/failing")
    public static class InEngine {

        @jakarta.ws.rs.GET
        @jakarta.ws.rs.Path("/{failure}")
        public String fail(@jakarta.ws.rs.PathParam("failure") String failure) throws Exception {
            throw Objects.requireNonNull(Failing.FAILURES.get(failure)).get();
        }
    }
}
