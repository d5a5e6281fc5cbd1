package org.slipway.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.slipway.support.MovableClock;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;

/** Releases are found by everything they are known by, page by page, in any order. */
@SlipwayTest
@OnBothDatabases
class SearchTest {

    private final SlipwayClient slipway;
    private final MovableClock clock;
    private final String mark = "m" + UUID.randomUUID().toString().substring(0, 8);

    SearchTest(SlipwayClient slipway, MovableClock clock) {
        this.slipway = slipway;
        this.clock = clock;
    }

    @Test
    void findsAReleaseByEachOfItsPropertiesAndNotByOthers() {
        Instant before = Instant.now().minusSeconds(60);
        Map<String, Object> registration = registration("Payments " + mark);
        registration.put(
                "contact",
                Map.of(
                        "name", "Zoë Quester",
                        "email", "zoe@example.org",
                        "unit", "information-technology",
                        "location", "head-office"));
        registration.put("changes", List.of(ReleaseStory.change(slipway)));
        String change = ((List<?>) registration.get("changes")).get(0).toString();
        String number = ReleaseStory.registered(slipway, registration).number();
        Instant after = Instant.now().plusSeconds(60);
        Map<String, List<String>> questions = Map.ofEntries(
                Map.entry("status", List.of("REGISTERED", "CONCLUDED")),
                Map.entry("priority", List.of("2", "5")),
                Map.entry("requester", List.of("requester", "operator")),
                Map.entry("registrar", List.of("requester", "operator")),
                Map.entry("executorGroup", List.of("operations", "approvers")),
                Map.entry("approverGroup", List.of("approvers", "operations")),
                Map.entry("contract", List.of("internal", "external")),
                Map.entry("unit", List.of("information-technology", "sales")),
                Map.entry("location", List.of("head-office", "quay")),
                Map.entry("contact", List.of("ë quest", "zoey")),
                Map.entry("phase", List.of("PLANNING", "DEPLOYMENT")),
                Map.entry("cycle", List.of("1", "2")),
                Map.entry("model", List.of("standard", "other")),
                Map.entry("portfolio", List.of("general", "special")),
                Map.entry("situation", List.of("IN_PROGRESS", "DELAYED")),
                Map.entry("open", List.of("true", "false")),
                Map.entry("assigned", List.of("UNASSIGNED", "MINE")),
                Map.entry("openedFrom", List.of(before.toString(), after.toString())),
                Map.entry("openedTo", List.of(after.toString(), before.toString())),
                Map.entry("planningTo", List.of(after.toString(), before.toString())),
                Map.entry("deploymentTo", List.of(after.toString(), before.toString())),
                Map.entry("deadlineFrom", List.of(after.toString(), "2100-01-01T00:00:00Z")),
                Map.entry("change", List.of(change, "CHG-NONE")));
        questions.forEach((name, values) -> {
            assertThat(numbers(name + "=" + encoded(values.get(0)) + "&text=" + mark))
                    .as("%s=%s", name, values.get(0))
                    .containsExactly(number);
            assertThat(numbers(name + "=" + encoded(values.get(1)) + "&text=" + mark))
                    .as("%s=%s", name, values.get(1))
                    .isEmpty();
        });
        assertThat(numbers("text=MENTS%20" + mark.toUpperCase(Locale.ROOT))).containsExactly(number);
        assertThat(numbers("text=MENTS_" + mark)).isEmpty();
    }

    @Test
    void findsATextAsItIsNow() {
        ReleaseStory release =
                ReleaseStory.registered(slipway, registration("Before " + mark)).planned();
        SlipwayClient manager = slipway.as("manager");
        String tag = manager.get(release.path()).header("ETag").orElseThrow();
        manager.with("If-Match", tag)
                .patch(release.path(), Map.of("title", "After " + mark))
                .expect(200);

        assertThat(numbers("text=after%20" + mark)).containsExactly(release.number());
        assertThat(numbers("text=before%20" + mark)).isEmpty();
    }

    @Test
    void goesThroughEveryOrderPageByPageWithoutLossOrRepetition() {
        for (String level : List.of("LOW", "HIGH", "MEDIUM", "HIGH")) {
            Map<String, Object> registration = registration("Ordered " + mark);
            registration.put("impact", level);
            ReleaseStory.registered(slipway, registration).cancelled();
        }
        List<String> newest = numbers("text=" + mark);
        assertThat(newest).hasSize(4).isSortedAccordingTo(Collections.reverseOrder());
        for (String order : List.of(
                "number",
                "opened",
                "requester",
                "status",
                "priority",
                "group",
                "deadline",
                "closed",
                "planning",
                "deployment")) {
            List<String> up = paged("text=" + mark + "&sort=" + order);
            List<String> down = paged("text=" + mark + "&sort=-" + order);
            Collections.reverse(down);
            assertThat(paged("openedFrom=2026-01-01T00:00:00Z&text=" + mark + "&sort=" + order))
                    .isEqualTo(up);
            assertThat(up).as(order).containsExactlyInAnyOrderElementsOf(newest).isEqualTo(down);
        }
        assertThat(paged("text=" + mark + "&sort=priority").get(3)).isEqualTo(newest.get(3));
    }

    @Test
    void tellsWhatAListOfWorkShows() {
        ReleaseStory release = ReleaseStory.registered(slipway, registration("Shown " + mark));
        slipway.as("operator")
                .post("/api/tasks/" + release.task("planRelease") + "/claim")
                .expect(200);
        assertThat(numbers("assigned=operator&text=" + mark)).containsExactly(release.number());
        assertThat(numbers("assigned=UNASSIGNED&text=" + mark)).isEmpty();
        slipway.as("operator")
                .post("/api/tasks/" + release.task("planRelease") + "/delegation", Map.of("user", "manager"))
                .expect(200);
        release.suspended();

        JsonNode found =
                search("manager", "assigned=MINE&text=" + mark).path("items").path(0);

        assertThat(found.path("number").asText()).isEqualTo(release.number());
        assertThat(found.path("sharedWith"))
                .singleElement()
                .extracting(JsonNode::asText)
                .isEqualTo("manager");
        assertThat(found.path("situation").asText()).isEqualTo("SUSPENDED");
        assertThat(found.path("statusBeforeSuspension").asText()).isEqualTo("REGISTERED");
        assertThat(found.path("approverGroup").asText()).isEqualTo("approvers");
        assertThat(found.path("deployment").path("end").asText()).isNotEmpty();
        assertThat(found.path("cancelling").asBoolean(true)).isFalse();
        assertThat(search("operator", "assigned=OFFERED&text=" + mark).path("items"))
                .hasSize(1);
        assertThat(search("auditor", "assigned=OFFERED&text=" + mark).path("items"))
                .isEmpty();
    }

    @Test
    void countsInChartsWhatTheSearchFinds() {
        ReleaseStory.registered(slipway, registration("Charted " + mark)).cancelled();
        ReleaseStory.registered(slipway, registration("Charted " + mark)).suspended();
        ReleaseStory.registered(slipway, registration("Charted " + mark));
        clock.advance(Duration.ofHours(30));
        Map<String, Object> later = registration("Charted " + mark);
        Instant now = clock.instant();
        later.put("planning", ReleaseStory.window(now, Duration.ofHours(8)));
        later.put("deployment", ReleaseStory.window(now, Duration.ofHours(24)));
        ReleaseStory.registered(slipway, later);

        JsonNode charts = slipway.as("auditor")
                .get("/api/releases/charts?interval=DAY&zone=America/Sao_Paulo&text=" + mark)
                .expect(200)
                .json();

        for (String chart : List.of("situations", "statuses", "priorities", "groups", "models")) {
            assertThat(sum(charts.path(chart), "count")).as(chart).isEqualTo(4);
        }
        for (JsonNode situation : charts.path("situations")) {
            assertThat(situation.path("count").asInt())
                    .isEqualTo(numbers("situation=" + situation.path("key").asText() + "&text=" + mark)
                            .size())
                    .isEqualTo(1);
        }
        assertThat(sum(charts.path("overTime"), "registered")).isEqualTo(4);
        assertThat(sum(charts.path("overTime"), "ended")).isEqualTo(1);
        assertThat(charts.path("overTime")).hasSize(30);
        slipway.as("auditor")
                .get("/api/releases/charts?interval=DAY&openedFrom=2020-01-01T00:00:00Z")
                .expectProblem(400, "period-too-long");
    }

    @Test
    void refusesOrdersPagesAndZonesThatThereAreNot() {
        SlipwayClient auditor = slipway.as("auditor");
        auditor.get("/api/releases?sort=closure").expectProblem(400, "sort-unknown");
        auditor.get("/api/releases?after=bm90aGluZw").expectProblem(400, "page-unknown");
        auditor.get("/api/releases?sort=deadline&after=" + cursor("tomorrow\nREL-000001"))
                .expectProblem(400, "page-unknown");
        auditor.get("/api/releases/charts?zone=Europe/Atlantis").expectProblem(400, "zone-unknown");
        auditor.get("/api/releases?openedFrom=-100000-01-01T00:00:00Z").expect(400);
        auditor.get("/api/releases/metrics?from=%2B100000-01-01T00:00:00Z").expectProblem(400, "field-not-a-time");
        auditor.get("/api/holidays?after=%2B100000-01-01").expectProblem(400, "field-not-a-time");
        auditor.get("/calendar?date=%2B999999999-12-31").expect(400);
    }

    private static String cursor(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, Object> registration(String title) {
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        registration.put("title", title);
        return registration;
    }

    private static int sum(JsonNode counts, String field) {
        int sum = 0;
        for (JsonNode count : counts) {
            sum += count.path(field).asInt();
        }
        return sum;
    }

    private List<String> paged(String query) {
        List<String> numbers = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = search("auditor", query + "&limit=3&after=" + after);
            numbers.addAll(page.path("items").findValuesAsText("number"));
            after = page.path("next").asText("");
        } while (!after.isEmpty() && !after.equals("null"));
        return numbers;
    }

    private List<String> numbers(String query) {
        return search("auditor", query).path("items").findValuesAsText("number");
    }

    private JsonNode search(String person, String query) {
        return slipway.as(person).get("/api/releases?" + query).expect(200).json();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
