package org.slipway.portfolio;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slipway.support.MovableClock;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayClient.Answer;
import org.slipway.support.SlipwayTest;

@SlipwayTest
@OnBothDatabases
class PortfoliosOverHttpTest {

    private static final String PNG = "\u0089PNG\r\n\u001A\n and pixels";

    private final SlipwayClient manager;
    private final SlipwayClient slipway;
    private final MovableClock clock;

    PortfoliosOverHttpTest(SlipwayClient slipway, MovableClock clock) {
        this.slipway = slipway;
        this.clock = clock;
        this.manager = slipway.as("manager");
    }

    @Test
    void keepsPortfoliosAndRetiresThem() {
        String key = unique();
        Map<String, Object> wanted = Map.of("key", key, "name", "Payments " + key, "description", "All of them");

        slipway.as("operator").post("/api/portfolios", wanted).expectProblem(403, "operation-not-allowed");
        Answer added = manager.post("/api/portfolios", wanted).expect(201);
        String path = added.header("Location").orElseThrow();
        manager.post("/api/portfolios", wanted).expectProblem(409, "portfolio-exists");
        manager.post("/api/portfolios", Map.of("key", unique(), "name", "PAYMENTS " + key))
                .expectProblem(409, "portfolio-exists");

        Map<String, Object> change = new HashMap<>();
        change.put("description", null);
        JsonNode changed = manager.with("If-Match", added.header("ETag").orElseThrow())
                .patch(path, change)
                .expect(200)
                .json();
        assertThat(changed.path("description").isNull()).isTrue();
        assertThat(changed.path("name").asText()).isEqualTo("Payments " + key);
        manager.with("If-Match", added.header("ETag").orElseThrow())
                .patch(path, change)
                .expectProblem(409, "concurrent-change");
        assertThat(manager.patch(path, Map.of("colour", "red"))
                        .expectProblem(400, "field-unknown")
                        .json()
                        .path("field")
                        .asText())
                .isEqualTo("colour");
        manager.patch(path, Map.of("name", " ")).expect(400);

        manager.post(path + "/models", model(unique())).expect(201);
        manager.delete(path).expect(204);
        assertThat(names("/api/portfolios?status=ACTIVE&limit=200")).doesNotContain(key);
        assertThat(names("/api/portfolios?status=RETIRED&limit=200")).contains(key);
        manager.post(path + "/models", model(unique())).expectProblem(422, "portfolio-retired");
        manager.delete("/api/portfolios/general").expectProblem(409, "portfolio-in-use");
    }

    @Test
    void showsAPictureThatCanDoNothing() {
        String path = portfolio() + "/image";

        manager.get(path).expectProblem(404, "image-unknown");
        upload(slipway.as("operator"), path, PNG).expectProblem(403, "operation-not-allowed");
        upload(manager, path, "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")
                .expectProblem(422, "image-kind");
        upload(manager, path, PNG + "x".repeat(512 * 1024)).expectProblem(422, "image-too-large");
        upload(manager, path, "\u00FF\u00D8\u00FFjpeg").expect(204);
        upload(manager, path, PNG).expect(204);

        Answer shown = slipway.as("requester").get(path).expect(200);
        assertThat(new String(shown.bytes(), ISO_8859_1)).isEqualTo(PNG);
        assertThat(shown.header("Content-Type")).hasValue("image/png");
        assertThat(shown.header("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(shown.header("Content-Security-Policy")).hasValue("sandbox; default-src 'none'");
        assertThat(manager.get(path.replace("/image", "")).json().path("image").asText())
                .isEqualTo(path);
        manager.delete(path).expect(204);
        manager.get(path).expect(404);
    }

    @Test
    void letsOnlyAnActiveModelBeChosen() {
        String key = unique();
        String path = portfolio() + "/models";
        slipway.as("operator").post(path, model(key)).expectProblem(403, "operation-not-allowed");
        manager.post(path, model(key)).expect(201);
        manager.post(path, model(key)).expectProblem(409, "model-exists");

        register(key, Map.of()).expectProblem(422, "model-not-active");
        manager.patch(path + "/" + key, Map.of("status", "ACTIVE")).expect(200);
        manager.patch(path + "/" + key, Map.of("status", "NEW")).expectProblem(409, "model-status-order");
        JsonNode release = register(key, Map.of()).expect(201).json();
        assertThat(release.path("risk").asText()).isEqualTo("HIGH");
        assertThat(release.path("modelVersion").asInt()).isEqualTo(2);
        manager.delete(path + "/" + key).expect(204);
        register(key, Map.of()).expectProblem(422, "model-not-active");

        JsonNode versions =
                manager.get(path + "/" + key + "/versions").expect(200).json();
        assertThat(versions.path("items"))
                .extracting(each -> each.path("status").asText())
                .containsExactly("RETIRED", "ACTIVE", "NEW");
        assertThat(versions.path("items").path(0).path("changedBy").asText()).isEqualTo("manager");
        Map<String, Object> again = model(unique());
        again.put("name", "Model " + key);
        manager.post(path, again).expect(201);
    }

    @ParameterizedTest
    @CsvSource({
        "planningProcess, release-nowhere, 400, flow-unknown",
        "planningProcess, release-deployment, 422, flow-not-for-phase",
        "deploymentProcess, release-lifecycle, 422, flow-not-for-phase",
        "planningVersion, 99, 400, flow-version-unknown",
        "executorGroup, nobodies, 400, group-unknown",
        "approverGroup, nobodies, 400, group-unknown",
        "calendar, moon, 400, calendar-unknown",
        "defaultContract, other, 400, contract-unknown"
    })
    void refusesAModelThatIsBoundToWhatIsNotThereNamingTheField(String field, String value, int status, String code) {
        Map<String, Object> wanted = model(unique());
        wanted.put(field, value.matches("\\d+") ? Integer.valueOf(value) : value);

        JsonNode problem = manager.post("/api/portfolios/general/models", wanted)
                .expectProblem(status, code)
                .json();

        assertThat(problem.path("field").asText()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({
        "VERSION, version",
        "CONFIGURATION_ITEMS, configurationItems",
        "BACKOUT_PLAN, backoutPlan",
        "CONTACT_PHONE, contact.phone"
    })
    void demandsOfARegistrationWhatItsModelSays(MandatoryItem item, String field) {
        String key = active(Map.of("mandatory", List.of(item)));
        Map<String, Object> without = ReleaseStory.registration(slipway);
        without.put("model", key);
        without.remove("version");

        refused(slipway.as("requester").post("/api/releases", without), field);
    }

    /** What it has of that may become something else, and it may lack what it never had. */
    @Test
    void leavesNoReleaseWithoutWhatItsModelDemands() {
        String item = unique();
        manager.post("/api/configuration-items", Map.of("key", item)).expect(201);
        Map<String, String> contact = Map.of("name", "R. Quester", "email", "requester@example.org");
        Map<String, String> withPhone = new HashMap<>(contact);
        withPhone.put("phone", "112");
        String key =
                active(Map.of("mandatory", List.of("VERSION", "CONFIGURATION_ITEMS", "BACKOUT_PLAN", "CONTACT_PHONE")));
        String path = "/api/releases/"
                + register(
                                key,
                                Map.of(
                                        "configurationItems", List.of(item),
                                        "backoutPlan", List.of("Switch back"),
                                        "contact", withPhone))
                        .expect(201)
                        .json()
                        .path("number")
                        .asText();
        String plan = path + "/backout-plan";
        String link = path + "/links/configuration-items/" + item;

        refused(manager.patch(path, "{\"version\": null}"), "version");
        refused(manager.patch(path, Map.of("contact", contact)), "contact.phone");
        refused(manager.put(plan, Map.of("steps", List.of())), "backoutPlan");
        refused(manager.delete(link), "configurationItems");
        String change = ReleaseStory.change(slipway, item);
        manager.post(path + "/links/changes", Map.of("number", change)).expect(201);
        refused(manager.delete(link), "configurationItems");
        manager.patch(path, Map.of("version", "4.3")).expect(200);
        manager.put(plan, Map.of("steps", List.of("Switch off"))).expect(200);

        String model = "/api/portfolios/general/models/" + key;
        manager.patch(model, Map.of("mandatory", List.of("CONTACT_PHONE"))).expect(200);
        manager.patch(path, "{\"version\": null}").expect(200);
        manager.put(plan, Map.of("steps", List.of())).expect(200);
        manager.delete(link).expect(204);
        manager.patch(model, Map.of("mandatory", List.of("VERSION"))).expect(200);
        manager.patch(path, Map.of("title", "Without a version")).expect(200);
    }

    private static void refused(Answer answer, String field) {
        assertThat(answer.expectProblem(422, "mandatory-for-model")
                        .json()
                        .path("field")
                        .asText())
                .isEqualTo(field);
    }

    @Test
    void keepsARunningReleaseOnTheVersionItBeganWith() {
        String key = active(Map.of("planningVersion", 1, "defaultRisk", "LOW", "category", "Harbour"));
        String path = "/api/portfolios/general/models/" + key;
        ReleaseStory release = ReleaseStory.of(
                slipway,
                register(key, Map.of()).expect(201).json().path("number").asText());
        assertThat(release.record().path("planningFlow").asText()).isEqualTo("release-planning:1");
        assertThat(manager.get("/api/releases?category=Harbour").json().findValuesAsText("number"))
                .containsExactly(release.number());
        assertThat(manager.get("/api/releases?category=harbours").json().path("items"))
                .isEmpty();

        manager.patch(path, Map.of("calendar", "business-hours", "kind", "MAJOR"))
                .expect(200);

        release.concluded();
        assertThat(release.record().path("modelVersion").asInt()).isEqualTo(1);
        assertThat(release.record().path("calendar").asText()).isEqualTo("around-the-clock");
        release.reopened("DEPLOYMENT");
        assertThat(release.record().path("modelVersion").asInt()).isEqualTo(2);
    }

    /** Mondays of four hours: the term has those until the deadline, the delay the one after it. */
    @Test
    void countsTermAndDelayByTheCalendarOfTheModel() {
        String calendar = unique();
        Map<String, Object> mondays = new HashMap<>();
        mondays.put("key", calendar);
        mondays.put("name", "Mondays");
        mondays.put("zone", "UTC");
        mondays.put("considerHolidays", false);
        mondays.put("week", Map.of("MONDAY", List.of("08:00-11:00", "13:00-14:00")));
        manager.post("/api/calendars", mondays).expect(201);
        mondays.put("week", Map.of("MONDAY", List.of("08:00-11:00", "10:00-14:00")));
        manager.put("/api/calendars/" + calendar, mondays).expectProblem(422, "shifts-overlap");
        String key = active(Map.of("calendar", calendar, "defaultRisk", "LOW"));
        manager.delete("/api/calendars/" + calendar).expectProblem(409, "calendar-in-use");

        Instant tuesday = LocalDate.now(ZoneOffset.UTC)
                .with(TemporalAdjusters.next(DayOfWeek.TUESDAY))
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC);
        ReleaseStory release = ReleaseStory.of(
                slipway,
                register(key, Map.of("deployment", ReleaseStory.window(tuesday, Duration.ofDays(14))))
                        .expect(201)
                        .json()
                        .path("number")
                        .asText());
        long term = release.record().path("termMinutes").asLong();
        clock.stopAt(tuesday.plus(Duration.ofDays(21)));

        assertThat(term).isBetween(8 * 60L, 12 * 60L);
        assertThat(release.record().path("deadline").asText())
                .isEqualTo(tuesday.plus(Duration.ofDays(14)).toString());
        assertThat(release.record().path("delayMinutes").asLong()).isEqualTo(4 * 60);
    }

    @Test
    void showsTheFlowsThatAModelCanBeBoundTo() {
        assertThat(processes("PLANNING")).contains("release-planning").doesNotContain("release-deployment");
        assertThat(processes("DEPLOYMENT")).contains("release-deployment").doesNotContain("release-lifecycle");
    }

    private List<String> processes(String kind) {
        return slipway.as("manager")
                .get("/api/flows?kind=" + kind)
                .expect(200)
                .json()
                .path("items")
                .findValuesAsText("process");
    }

    private List<String> names(String path) {
        return manager.get(path).expect(200).json().path("items").findValuesAsText("key");
    }

    private String portfolio() {
        String key = unique();
        return manager.post("/api/portfolios", Map.of("key", key, "name", key))
                .expect(201)
                .header("Location")
                .orElseThrow();
    }

    private String active(Map<String, Object> more) {
        String key = unique();
        Map<String, Object> wanted = model(key);
        wanted.put("status", "ACTIVE");
        wanted.putAll(more);
        manager.post("/api/portfolios/general/models", wanted).expect(201);
        return key;
    }

    private Answer register(String model, Map<String, Object> more) {
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        registration.put("model", model);
        registration.remove("risk");
        registration.putAll(more);
        return slipway.as("requester").post("/api/releases", registration);
    }

    private static Map<String, Object> model(String key) {
        Map<String, Object> model = new HashMap<>();
        model.put("key", key);
        model.put("name", "Model " + key);
        model.put("planningProcess", "release-planning");
        model.put("deploymentProcess", "release-deployment");
        model.put("executorGroup", "operations");
        model.put("approverGroup", "approvers");
        model.put("calendar", "around-the-clock");
        model.put("kind", "MINOR");
        model.put("defaultImpact", "LOW");
        model.put("defaultUrgency", "LOW");
        model.put("defaultRisk", "HIGH");
        return model;
    }

    private static Answer upload(SlipwayClient person, String path, String content) {
        String boundary = "slipway-boundary";
        String body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"logo.png\"\r\n"
                + "Content-Type: image/png\r\n\r\n" + content + "\r\n--" + boundary + "--\r\n";
        return person.with("Content-Type", "multipart/form-data; boundary=" + boundary)
                .post(path, body.getBytes(ISO_8859_1));
    }

    private static String unique() {
        return "p-" + UUID.randomUUID();
    }
}
