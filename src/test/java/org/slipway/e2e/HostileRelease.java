package org.slipway.e2e;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;

/**
 * A release, and everything that pages draw beside it, whose every text is written by somebody who means ill: markup and
 * expressions that would set {@code hostile} if anything took them for more than text, text that runs the other way, and
 * words that never end.
 */
final class HostileRelease {

    static final String MARKUP = "<img src=x onerror=hostile=1>";

    /** Of one of them: what is called the same may be there from another one. */
    private static final String MARK =
            Integer.toString(ThreadLocalRandom.current().nextInt(36 * 36 * 36, 36 * 36 * 36 * 36), 36);

    private static final String KEY = "hostile-" + MARK;
    private static final String NUMBER = MARKUP + MARK;
    private static final String TEXT = NUMBER + "{{hostile=1}}${hostile=1}'\"&amp;🚀\u202Eשלום";
    private static final String MODEL = "/api/portfolios/general/models/" + KEY;

    private final SlipwayClient manager;
    private final SlipwayClient operator;
    private final ReleaseStory release;

    private HostileRelease(SlipwayClient slipway, ReleaseStory release) {
        this.manager = slipway.as("manager");
        this.operator = slipway.as("operator");
        this.release = release;
    }

    /** Solved, and waiting to be accepted. */
    static HostileRelease solved(SlipwayClient slipway) {
        SlipwayClient operator = slipway.as("operator");
        operator.post("/api/configuration-items", item(NUMBER)).expect(201);
        operator.post("/api/configuration-items", item("on " + NUMBER)).expect(201);
        operator.post(
                        "/api/configuration-items/relationships",
                        Map.of("from", "on " + NUMBER, "to", NUMBER, "type", "depends_on"))
                .expect(201);
        slipway.as("manager")
                .post(
                        "/api/changes",
                        Map.of(
                                "number",
                                NUMBER,
                                "title",
                                text(200),
                                "status",
                                "APPROVED",
                                "url",
                                "https://example.org/\"onclick=hostile=1'",
                                "configurationItems",
                                List.of(NUMBER)))
                .expect(201);
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        registration.put("title", text(100));
        registration.put("description", text(1000));
        registration.put("version", MARKUP.substring(0, 25));
        registration.put("contact", Map.of("name", text(70), "email", "h@example.org", "note", text(1000)));
        registration.put("changes", List.of(NUMBER));
        registration.put("backoutPlan", List.of(text(1000)));
        HostileRelease hostile = new HostileRelease(slipway, ReleaseStory.registered(slipway, registration));
        hostile.surround(slipway);
        hostile.work();
        hostile.goOn();
        return hostile;
    }

    private static Map<String, Object> item(String key) {
        return Map.of(
                "key",
                key,
                "name",
                text(200),
                "class",
                text(60),
                "owner",
                text(200),
                "environment",
                text(60),
                "site",
                text(60),
                "description",
                text(4000),
                "attributes",
                Map.of(text(100), text(500)));
    }

    /** What stands in registries and lists. */
    private void surround(SlipwayClient slipway) {
        manager.post(
                        "/api/justifications",
                        Map.of("description", text(100), "suspension", true, "reopening", true, "status", "ACTIVE"))
                .expect(201);
        manager.post("/api/solution-categories", Map.of("name", text(100))).expect(201);
        manager.post("/api/release-situations", Map.of("name", text(60))).expect(201);
        manager.post(
                        "/api/holidays",
                        Map.of(
                                "date",
                                LocalDate.of(2040, 1, 1)
                                        .plusDays(ThreadLocalRandom.current().nextInt(3000))
                                        .toString(),
                                "name",
                                text(100)))
                .expect(201);
        for (String place : List.of("contracts", "units", "locations")) {
            manager.post("/api/" + place, Map.of("key", KEY, "name", text(100))).expect(201);
        }
        manager.post(
                        "/api/calendars",
                        Map.of(
                                "key",
                                KEY,
                                "name",
                                text(100),
                                "zone",
                                "UTC",
                                "considerHolidays",
                                false,
                                "week",
                                Map.of("SUNDAY", List.of("08:00-12:00"))))
                .expect(201);
        manager.post("/api/portfolios", Map.of("key", KEY, "name", text(100), "description", text(1000)))
                .expect(201);
        manager.post("/api/portfolios/general/models", model()).expect(201);
        manager.patch(MODEL, Map.of("status", "ACTIVE")).expect(200);
        manager.post(
                        "/api/item-classes",
                        Map.of("code", KEY, "names", Map.of("es", text(100)), "description", text(1000)))
                .expect(201);
        operator.post("/api/baselines", Map.of("name", text(60), "configurationItems", List.of(NUMBER)))
                .expect(201);
        operator.with("Content-Type", "text/csv")
                .post("/api/imports", "key,class,criticality\nx,Host," + MARKUP + "\n")
                .expect(202);
        SlipwayClient admin = slipway.as("admin");
        admin.post("/api/searches", Map.of("name", text(60), "shared", false, "question", Map.of("text", NUMBER)))
                .expect(201);
        admin.post("/api/exports", Map.of("format", "csv", "filters", Map.of("text", NUMBER)))
                .expect(202);
    }

    private static Map<String, Object> model() {
        return Map.ofEntries(
                Map.entry("key", KEY),
                Map.entry("name", text(100)),
                Map.entry("description", text(1000)),
                Map.entry("planningProcess", "release-planning"),
                Map.entry("deploymentProcess", "release-deployment"),
                Map.entry("executorGroup", "operations"),
                Map.entry("approverGroup", "approvers"),
                Map.entry("calendar", "around-the-clock"),
                Map.entry("category", text(100)),
                Map.entry("kind", "MINOR"),
                Map.entry("defaultImpact", "LOW"),
                Map.entry("defaultUrgency", "LOW"));
    }

    /** What stands on the release itself. */
    private void work() {
        String links = release.path() + "/links/";
        for (String kind : List.of("problems", "tickets", "knowledge", "projects")) {
            operator.post("/api/" + kind, Map.of("number", NUMBER, "title", text(200), "status", text(40)))
                    .expect(201);
            operator.post(links + kind, Map.of("number", NUMBER)).expect(201);
        }
        operator.post(links + "notifications", Map.of("title", text(200), "audience", text(200)))
                .expect(201);
        operator.post(links + "roles", Map.of("person", "operator", "role", text(200)))
                .expect(201);
        operator.with("Content-Type", "multipart/form-data; boundary=cut")
                .post(
                        links + "documents",
                        "--cut\r\nContent-Disposition: form-data; name=\"description\"\r\n\r\n"
                                + MARKUP
                                + "\r\n--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"img src=x onerror="
                                + "w".repeat(160) + ".txt\"\r\nContent-Type: text/plain\r\n\r\nabc\r\n--cut--\r\n")
                .expect(201);
        operator.post(release.path() + "/activities", activity()).expect(201);
        release.complete("operator", "carryOutActivity", Map.of("executionRecord", text(1000), "minutesSpent", 5))
                .expect(200);
        manager.post("/api/questionnaires", questionnaire()).expect(201);
        String checklists = release.path() + "/checklists";
        String checklist = operator.post(checklists, Map.of("questionnaire", KEY))
                .expect(201)
                .json()
                .path("id")
                .asText();
        operator.put(checklists + "/" + checklist + "/answers", Map.of("answers", Map.of("why", text(1000))))
                .expect(200);
        manager.post(checklists + "/" + checklist + "/confirmation").expect(200);
    }

    private static Map<String, Object> activity() {
        return Map.of(
                "title",
                text(100),
                "description",
                text(4000),
                "assignee",
                "operator",
                "due",
                Instant.now().plus(Duration.ofHours(4)).toString(),
                "estimatedMinutes",
                60);
    }

    private static Map<String, Object> questionnaire() {
        Map<String, Object> question = Map.of("key", "why", "type", "LONG_TEXT", "text", Map.of("en", text(200)));
        Map<String, Object> choice = Map.of(
                "key",
                "which",
                "type",
                "SINGLE_CHOICE",
                "text",
                Map.of("en", text(200)),
                "choices",
                List.of(
                        Map.of("key", "one", "text", Map.of("en", text(200))),
                        Map.of("key", "two", "text", Map.of("en", "2"))));
        return Map.of(
                "code",
                KEY,
                "kind",
                "GENERAL",
                "definition",
                Map.of(
                        "title",
                        Map.of("en", text(200)),
                        "sections",
                        List.of(Map.of("title", Map.of("en", text(200)), "questions", List.of(question, choice)))));
    }

    private void goOn() {
        release.planned();
        release.complete("approver", "approveRelease", Map.of("decision", "APPROVED", "observations", text(1000)))
                .expect(200);
        release.complete("requester", "authoriseRelease", Map.of("decision", "GO", "observations", text(1000)))
                .expect(200);
        release.complete("operator", "executeRelease", Map.of("outcome", "SOLVED", "executionRecord", text(10_000)))
                .expect(200);
        release.until("homologateRelease")
                .complete(
                        "approver",
                        "homologateRelease",
                        Map.of(
                                "outcome",
                                "SOLVED",
                                "closure",
                                text(1000),
                                "solutionCategory",
                                text(100),
                                "releaseDate",
                                LocalDate.now().toString()))
                .expect(200);
    }

    private static String text(int length) {
        return length < TEXT.length() ? NUMBER : (TEXT + "W".repeat(length)).substring(0, length);
    }

    /** The key of a model, of places, of registries. */
    String key() {
        return KEY;
    }

    /** The key of an item, the number of a change. */
    String number() {
        return NUMBER;
    }

    ReleaseStory story() {
        return release;
    }

    /** Other tests count on one model to choose, and on items that have words to be found by. */
    void leave() {
        manager.delete(MODEL).expect(204);
    }
}
