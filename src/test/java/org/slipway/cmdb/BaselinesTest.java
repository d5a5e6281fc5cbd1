package org.slipway.cmdb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;

@SlipwayTest
@OnBothDatabases
class BaselinesTest {

    private static final String BASELINES = "/api/baselines";
    private static final String ITEMS = "/api/configuration-items/";

    private final SlipwayClient operator;
    private final SlipwayClient auditor;

    BaselinesTest(SlipwayClient slipway) {
        this.operator = slipway.as("operator");
        this.auditor = slipway.as("auditor");
    }

    @Test
    void bringsBackWhatItKeptAsANewVersionAsOftenAsAsked() {
        items("kept-1", "kept-2");
        operator.post(
                        BASELINES,
                        Map.of("name", "Before the move; 50%", "configurationItems", List.of("kept-1", "kept-2")))
                .expect(201);

        for (int round = 1; round <= 2; round++) {
            operator.patch(ITEMS + "kept-1", Map.of("owner", "somebody else")).expect(200);
            assertThat(auditor.get(BASELINES + "/Before%20the%20move%3B%2050%25/configuration-items")
                            .json()
                            .path("items")
                            .path(0)
                            .path("current")
                            .asBoolean())
                    .isFalse();
            JsonNode report = operator.post(BASELINES + "/Before%20the%20move%3B%2050%25/restoration", Map.of())
                    .expect(200)
                    .json();
            assertThat(report).hasSize(2);
            assertThat(report.path(0).path("changed").asBoolean()).isTrue();
            assertThat(report.path(1).path("changed").asBoolean()).isFalse();
            JsonNode item = auditor.get(ITEMS + "kept-1").json();
            assertThat(item.path("owner").isNull()).isTrue();
            assertThat(item.path("lastOrigin").asText()).isEqualTo("RESTORED");
            assertThat(item.path("lastOriginReference").asText()).isEqualTo("Before the move; 50%");
            assertThat(item.path("version").asText()).isEqualTo("1." + 2 * round);
        }
    }

    @Test
    void bringsBackOnlySomeAndLeavesTheDestroyed() {
        items("some-1", "some-2", "some-3");
        operator.post(BASELINES, Map.of("name", "some", "configurationItems", List.of("some-1", "some-2", "some-3")))
                .expect(201);
        operator.patch(ITEMS + "some-1", Map.of("owner", "x")).expect(200);
        operator.patch(ITEMS + "some-2", Map.of("owner", "x")).expect(200);
        operator.patch(ITEMS + "some-3", Map.of("status", "DESTROYED")).expect(200);

        JsonNode report = operator.post(
                        BASELINES + "/some/restoration", Map.of("configurationItems", List.of("some-1", "some-3")))
                .expect(200)
                .json();

        assertThat(report.path(1).path("toStatus").asText()).isEqualTo("DESTROYED");
        assertThat(auditor.get(ITEMS + "some-1").json().path("owner").isNull()).isTrue();
        assertThat(auditor.get(ITEMS + "some-2").json().path("owner").asText()).isEqualTo("x");
    }

    @Test
    void refusesWhatItCannotKeep() {
        items("plain");
        operator.post(BASELINES, Map.of("name", "twice", "configurationItems", List.of("plain")))
                .expect(201);
        operator.post(BASELINES, Map.of("name", "twice", "configurationItems", List.of("plain")))
                .expectProblem(409, "baseline-exists");
        operator.post(BASELINES, Map.of("name", "REL-000001/1", "configurationItems", List.of("plain")))
                .expect(400);
        operator.post(BASELINES, Map.of("name", "empty", "configurationItems", List.of()))
                .expectProblem(400, "baseline-empty");
        operator.post(BASELINES, Map.of("name", "odd", "configurationItems", List.of("nothing-such")))
                .expectProblem(400, "configuration-item-unknown");
        operator.post(BASELINES + "/nowhere/restoration", Map.of()).expectProblem(404, "baseline-unknown");
        auditor.as("modeler")
                .post(BASELINES + "/twice/restoration", Map.of())
                .expectProblem(403, "operation-not-allowed");
        assertThat(auditor.get(BASELINES).json().path("items").findValuesAsText("name"))
                .contains("twice");
    }

    private void items(String... keys) {
        for (String key : keys) {
            operator.post("/api/configuration-items", Map.of("key", key, "name", key))
                    .expect(201);
        }
    }
}
