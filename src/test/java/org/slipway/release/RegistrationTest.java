package org.slipway.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;

@SlipwayTest
@OnBothDatabases
class RegistrationTest {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MINUTES);

    private final SlipwayClient slipway;

    RegistrationTest(SlipwayClient slipway) {
        this.slipway = slipway;
    }

    @Test
    void answersWithTheRecordAndWhereItIs() {
        SlipwayClient.Answer answer = slipway.as("requester")
                .post("/api/releases", ReleaseStory.registration(slipway))
                .expect(201);
        JsonNode record = answer.json();
        assertThat(answer.header("Location"))
                .hasValue("/api/releases/" + record.path("number").asText());
        assertThat(record.path("number").asText()).matches("REL-\\d{6,}");
        assertThat(record.path("phase").asText()).isEqualTo("PLANNING");
        assertThat(record.path("cycle").asInt()).isEqualTo(1);
        assertThat(record.path("delayMinutes").asInt()).isZero();
        assertThat(record.path("registrar").asText()).isEqualTo("requester");
        assertThat(record.path("changes")).hasSize(1);
        JsonNode task = record.path("currentTasks").path(0);
        assertThat(task.path("definitionKey").asText()).isEqualTo("planRelease");
        assertThat(task.path("name").asText()).isEqualTo("Plan release");
        assertThat(task.path("candidateGroups").toString()).contains("operations");
        assertThat(task.path("suspended").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "HIGH,HIGH,1",
        "HIGH,MEDIUM,2",
        "HIGH,LOW,3",
        "MEDIUM,HIGH,2",
        "MEDIUM,MEDIUM,3",
        "MEDIUM,LOW,4",
        "LOW,HIGH,3",
        "LOW,MEDIUM,4",
        "LOW,LOW,5"
    })
    void derivesThePriorityFromImpactAndUrgency(String impact, String urgency, int priority) {
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        registration.put("impact", impact);
        registration.put("urgency", urgency);
        JsonNode record = ReleaseStory.registered(slipway, registration).record();
        assertThat(record.path("priority").asInt()).isEqualTo(priority);
    }

    @Test
    void doesNotTakeThePriorityFromTheCaller() {
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        registration.put("priority", 1);
        slipway.as("requester").post("/api/releases", registration).expect(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "description", "risk", "planning", "deployment"})
    void refusesARegistrationWithout(String field) {
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        registration.remove(field);
        JsonNode problem = slipway.as("requester")
                .post("/api/releases", registration)
                .expect(400)
                .json();
        assertThat(problem.findValuesAsText("field")).contains(field);
    }

    @ParameterizedTest
    @CsvSource({"title,101", "description,65001", "version,26"})
    void refusesTextsThatAreTooLong(String field, int length) {
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        registration.put(field, "x".repeat(length));
        JsonNode problem = slipway.as("requester")
                .post("/api/releases", registration)
                .expect(400)
                .json();
        assertThat(problem.path("errors").findValuesAsText("field")).contains(field);
    }

    @ParameterizedTest
    @CsvSource({"name,71", "phone,21", "extension,5"})
    void refusesContactsThatAreTooLong(String field, int length) {
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        Map<String, Object> contact = new java.util.HashMap<>(Map.of("name", "R", "email", "r@example.org"));
        contact.put(field, "9".repeat(length));
        registration.put("contact", contact);
        JsonNode problem = slipway.as("requester")
                .post("/api/releases", registration)
                .expect(400)
                .json();
        assertThat(problem.path("errors").findValuesAsText("field")).contains("contact." + field);
    }

    @Test
    void refusesAWindowThatEndsBeforeItStarts() {
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        registration.put("deployment", ReleaseStory.window(NOW.plus(2, ChronoUnit.HOURS), Duration.ofHours(-1)));
        JsonNode problem = slipway.as("requester")
                .post("/api/releases", registration)
                .expectProblem(422, "window-order")
                .json();
        assertThat(problem.path("field").asText()).isEqualTo("deployment.end");
    }

    @Test
    void refusesAWindowThatStartsBeforeNow() {
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        registration.put("planning", ReleaseStory.window(NOW.minus(1, ChronoUnit.HOURS), Duration.ofHours(4)));
        JsonNode problem = slipway.as("requester")
                .post("/api/releases", registration)
                .expectProblem(422, "window-past")
                .json();
        assertThat(problem.path("field").asText()).isEqualTo("planning.start");
    }

    @ParameterizedTest
    @CsvSource({
        "planning,+999999999-01-01T00:00:00Z,400,field-not-a-time",
        "deployment,-999999999-01-01T00:00:00Z,400,field-not-a-time",
        "deployment,9999-01-01T00:00:00Z,400,window-far"
    })
    void refusesAWindowThatNoCalendarReaches(String window, String end, int status, String code) {
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        registration.put(window, Map.of("start", NOW.toString(), "end", end));
        JsonNode problem = slipway.as("requester")
                .post("/api/releases", registration)
                .expectProblem(status, code)
                .json();
        assertThat(problem.path("field").asText()).isEqualTo(window + ".end");
    }

    @Test
    void refusesAReleaseWithoutAChange() {
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        registration.put("changes", List.of());
        slipway.as("requester").post("/api/releases", registration).expectProblem(422, "change-required");
    }

    @Test
    void leavesNothingBehindWhenALaterPartIsRefused() {
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        registration.put("title", "Nothing of this stays " + Instant.now());
        registration.put("configurationItems", List.of("no-such-item"));
        slipway.as("requester").post("/api/releases", registration).expect(400);
        JsonNode found = slipway.as("auditor")
                .get("/api/releases?text=Nothing%20of%20this%20stays")
                .expect(200)
                .json();
        assertThat(found.path("items")).isEmpty();
    }

    @Test
    void refusesAnExecutorGroupThatMayNotBeOne() {
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        registration.put("executorGroup", "auditors");
        slipway.as("requester").post("/api/releases", registration).expectProblem(422, "executor-group-may-not");
    }

    @Test
    void refusesAnApproverGroupThatMayNotApprove() {
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        registration.put("approverGroup", "requesters");
        JsonNode problem = slipway.as("requester")
                .post("/api/releases", registration)
                .expectProblem(422, "approver-group-may-not")
                .json();
        assertThat(problem.path("field").asText()).isEqualTo("approverGroup");
    }

    @Test
    void refusesPeopleAndGroupsThatNobodyKnows() {
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        registration.put("requester", "nobody");
        slipway.as("requester").post("/api/releases", registration).expectProblem(400, "person-unknown");
        registration.put("requester", "auditor");
        slipway.as("manager").post("/api/releases", registration).expectProblem(422, "requester-audits");
        registration.put("requester", "requester");
        registration.put("executorGroup", "nowhere");
        slipway.as("requester").post("/api/releases", registration).expectProblem(400, "group-unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"modeler", "approver", "operator"})
    void letsOnlyThoseRegisterWhoHaveTheRight(String person) {
        slipway.as(person)
                .post("/api/releases", ReleaseStory.registration(slipway))
                .expectProblem(403, "operation-not-allowed");
    }

    @Test
    void fillsInWhatIsLeftOutFromModelPersonAndRequester() {
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        List.of("model", "requester", "executorGroup", "approverGroup", "impact", "urgency", "contact")
                .forEach(registration::remove);
        JsonNode record = ReleaseStory.registered(slipway, registration).record();
        assertThat(record.path("model").asText()).isEqualTo("standard");
        assertThat(record.path("requester").asText()).isEqualTo("requester");
        assertThat(record.path("executorGroup").asText()).isEqualTo("operations");
        assertThat(record.path("approverGroup").asText()).isEqualTo("approvers");
        assertThat(record.path("priority").asInt()).isEqualTo(3);
        assertThat(record.path("contact").path("name").asText()).isNotBlank();
    }
}
