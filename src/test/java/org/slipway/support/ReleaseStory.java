package org.slipway.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.slipway.support.SlipwayClient.Answer;

/**
 * Takes one release through its lifecycle over REST, each step by the person whose step it is. A test reads as what
 * happened: {@code story.planned().approved().authorised()}.
 */
public final class ReleaseStory {

    private static final AtomicInteger CHANGES = new AtomicInteger();

    private final SlipwayClient slipway;
    private final String number;

    private ReleaseStory(SlipwayClient slipway, String number) {
        this.slipway = slipway;
        this.number = number;
    }

    /** Registered by the requester, with one change of its own and windows that are open now. */
    public static ReleaseStory registered(SlipwayClient slipway) {
        return registered(slipway, registration(slipway));
    }

    public static ReleaseStory registered(SlipwayClient slipway, Map<String, Object> registration) {
        JsonNode release = slipway.as("requester")
                .post("/api/releases", registration)
                .expect(201)
                .json();
        return new ReleaseStory(slipway, release.path("number").asText());
    }

    /** Goes on with a release that was registered some other way. */
    public static ReleaseStory of(SlipwayClient slipway, String number) {
        return new ReleaseStory(slipway, number);
    }

    /** A complete registration that a test may alter before it is posted. */
    public static Map<String, Object> registration(SlipwayClient slipway) {
        String change = change(slipway);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        Map<String, Object> body = new HashMap<>();
        body.put("title", "Payments 4.2");
        body.put("description", "New settlement run");
        body.put("model", "standard");
        body.put("requester", "requester");
        body.put("executorGroup", "operations");
        body.put("approverGroup", "approvers");
        body.put("impact", "HIGH");
        body.put("urgency", "MEDIUM");
        body.put("risk", "LOW");
        body.put("version", "4.2");
        body.put("contact", Map.of("name", "R. Quester", "email", "requester@example.org"));
        body.put("planning", window(now, Duration.ofHours(8)));
        body.put("deployment", window(now, Duration.ofHours(24)));
        body.put("changes", List.of(change));
        return body;
    }

    public static Map<String, Object> window(Instant start, Duration length) {
        return Map.of("start", start.toString(), "end", start.plus(length).toString());
    }

    /** A fresh approved change without configuration items. */
    public static String change(SlipwayClient slipway, String... configurationItems) {
        String change = "CHG-T%06d".formatted(CHANGES.incrementAndGet());
        slipway.as("manager")
                .post(
                        "/api/changes",
                        Map.of(
                                "number",
                                change,
                                "title",
                                "Change " + change,
                                "status",
                                "APPROVED",
                                "configurationItems",
                                List.of(configurationItems)))
                .expect(201);
        return change;
    }

    public String number() {
        return number;
    }

    public String path() {
        return "/api/releases/" + number;
    }

    public JsonNode record() {
        return slipway.as("auditor").get(path()).expect(200).json();
    }

    public String status() {
        return record().path("status").asText();
    }

    public List<String> openTasks() {
        List<String> keys = new ArrayList<>();
        record().path("currentTasks")
                .forEach(task -> keys.add(task.path("definitionKey").asText()));
        return keys;
    }

    /** The id of the open task; fails when there is none. */
    public String task(String definitionKey) {
        for (JsonNode task : record().path("currentTasks")) {
            if (task.path("definitionKey").asText().equals(definitionKey)) {
                return task.path("id").asText();
            }
        }
        throw new AssertionError("No open task " + definitionKey + " in " + record());
    }

    /** Tries to complete a task; the test looks at what comes back. */
    public Answer complete(String person, String definitionKey, Map<String, ?> answers) {
        return slipway.as(person).post("/api/tasks/" + task(definitionKey) + "/completion", answers);
    }

    public Answer post(String person, String event, Map<String, ?> body) {
        return slipway.as(person).post(path() + "/" + event, body);
    }

    public ReleaseStory planned() {
        complete("operator", "planRelease", Map.of()).expect(200);
        return this;
    }

    public ReleaseStory approved() {
        complete("approver", "approveRelease", Map.of("decision", "APPROVED")).expect(200);
        return this;
    }

    public ReleaseStory authorised() {
        complete("requester", "authoriseRelease", Map.of("decision", "GO")).expect(200);
        return this;
    }

    public ReleaseStory executed() {
        complete("operator", "executeRelease", Map.of("outcome", "SOLVED", "executionRecord", "Rolled out"))
                .expect(200);
        return this;
    }

    public ReleaseStory tested() {
        complete("operator", "testRelease", Map.of("outcome", "SOLVED", "executionRecord", "All green"))
                .expect(200);
        return this;
    }

    /** From the pilot to production, where the model has two environments. */
    public ReleaseStory extended() {
        complete("operator", "extendRelease", Map.of("outcome", "SOLVED", "executionRecord", "Everywhere"))
                .expect(200);
        return this;
    }

    public ReleaseStory homologated() {
        complete("approver", "homologateRelease", solution()).expect(200);
        return this;
    }

    public ReleaseStory accepted() {
        complete("requester", "closeRelease", Map.of("accepted", true)).expect(200);
        return this;
    }

    /** From registration to the task with this key. */
    public ReleaseStory until(String definitionKey) {
        for (int step = 0; step < 10; step++) {
            if (openTasks().contains(definitionKey)) {
                return this;
            }
            step();
        }
        throw new AssertionError("Never came to " + definitionKey);
    }

    public ReleaseStory concluded() {
        return until("closeRelease").accepted();
    }

    public ReleaseStory suspended() {
        post("manager", "suspension", Map.of("justification", justification("SUSPENSION")))
                .expect(200);
        return this;
    }

    public ReleaseStory reactivated() {
        post("manager", "reactivation", Map.of()).expect(200);
        return this;
    }

    public ReleaseStory cancelled() {
        post("manager", "cancellation", Map.of("reason", "No longer wanted")).expect(200);
        return this;
    }

    public ReleaseStory reopened(String phase) {
        post("manager", "reopening", Map.of("justification", justification("REOPENING"), "phase", phase))
                .expect(200);
        return this;
    }

    /** Any justification usable for this. */
    public String justification(String use) {
        return slipway.as("manager")
                .get("/api/justifications?status=ACTIVE&use=" + use)
                .expect(200)
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asText();
    }

    public static Map<String, Object> solution() {
        return Map.of(
                "outcome", "SOLVED",
                "closure", "Runs in production",
                "releaseDate", LocalDate.now().toString(),
                "solutionCategory", "Deployed as planned");
    }

    /** Takes the next step and returns the task it completed, or {@code earlyStart}; none when the release is concluded. */
    public Optional<String> step() {
        JsonNode record = record();
        if (record.path("status").asText().equals("CONCLUDED")) {
            return Optional.empty();
        }
        if (record.path("currentTasks").isEmpty()) {
            post("manager", "early-start", Map.of("reason", "Everybody is ready"))
                    .expect(200);
            return Optional.of("earlyStart");
        }
        String key = record.path("currentTasks").path(0).path("definitionKey").asText();
        switch (key) {
            case "planRelease" -> planned();
            case "approveRelease" -> approved();
            case "authoriseRelease" -> authorised();
            case "executeRelease" -> executed();
            case "testRelease" -> tested();
            case "extendRelease" -> extended();
            case "homologateRelease" -> homologated();
            case "closeRelease" -> accepted();
            default -> throw new AssertionError("Cannot go on from " + record);
        }
        return Optional.of(key);
    }
}
