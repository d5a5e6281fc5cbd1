package org.slipway.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slipway.support.MovableClock;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;

/** What the history says about how well releases went, in a period that no other test has. */
@SlipwayTest
@OnBothDatabases
class MetricsTest {

    private static final Duration FAR = Duration.ofDays(20_000);

    private final SlipwayClient slipway;
    private final MovableClock clock;

    MetricsTest(SlipwayClient slipway, MovableClock clock) {
        this.slipway = slipway;
        this.clock = clock;
    }

    @Test
    void measuresAPeriodByRecordsAndHistory() {
        clock.advance(FAR);
        Instant from = clock.instant();
        ReleaseStory failing = registered(48);
        failing.planned();
        clock.advance(Duration.ofHours(2));
        failing.approved().authorised();
        failing.complete("operator", "executeRelease", Map.of("outcome", "NOT_SOLVED", "executionRecord", "Broken"))
                .expect(200);
        clock.advance(Duration.ofHours(3));
        failing.concluded();
        clock.advance(Duration.ofHours(1));
        registered(1).until("closeRelease").concluded().reopened("PLANNING");
        ReleaseStory late = registered(1).planned();
        clock.advance(Duration.ofHours(10));
        late.concluded();

        JsonNode metrics = metrics("?from=" + from + "&to=" + clock.instant().plusSeconds(1));

        expect(metrics, "success-rate", 0.75, 3, 4);
        expect(metrics, "reopen-rate", 1.0 / 3, 1, 3);
        expect(metrics, "on-time", 0.5, 1, 2);
        expect(metrics, "recovery-time", 180, 1, 1);
        expect(metrics, "approval-wait", 120, 3, 3);
        expect(metrics, "lead-time", 450, 2, 2);
        assertThat(metric(metrics, "lead-time").path("definition").asText()).startsWith("Median of the time");
    }

    @Test
    void saysNothingAboutAPeriodInWhichNothingHappened() {
        JsonNode metrics =
                metrics("?from=1999-01-01T00:00:00Z&to=2000-01-01T00:00:00Z&model=standard&group=operations");

        assertThat(metrics).hasSize(8).allSatisfy(metric -> {
            assertThat(metric.path("value").isNull()).isTrue();
            assertThat(metric.path("denominator").asInt()).isZero();
        });
        slipway.as("auditor")
                .get("/api/releases/metrics?from=2000-01-01T00:00:00Z&to=1999-01-01T00:00:00Z")
                .expectProblem(400, "period-order");
    }

    private ReleaseStory registered(int hours) {
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        registration.put("planning", ReleaseStory.window(clock.instant(), Duration.ofMinutes(30)));
        registration.put("deployment", ReleaseStory.window(clock.instant(), Duration.ofHours(hours)));
        return ReleaseStory.registered(slipway, registration);
    }

    private JsonNode metrics(String query) {
        return slipway.as("auditor")
                .get("/api/releases/metrics" + query)
                .expect(200)
                .json()
                .path("items");
    }

    private static void expect(JsonNode metrics, String key, double value, int numerator, int denominator) {
        JsonNode metric = metric(metrics, key);
        assertThat(metric.path("value").asDouble()).as(key).isCloseTo(value, within(1.0));
        assertThat(metric.path("numerator").asInt()).as(key).isEqualTo(numerator);
        assertThat(metric.path("denominator").asInt()).as(key).isEqualTo(denominator);
    }

    private static JsonNode metric(JsonNode metrics, String key) {
        for (JsonNode metric : metrics) {
            if (metric.path("key").asText().equals(key)) {
                return metric;
            }
        }
        throw new AssertionError("No " + key + " in " + metrics);
    }
}
