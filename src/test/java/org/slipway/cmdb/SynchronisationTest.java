package org.slipway.cmdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;

/** Files that are only tried, that hold all that a source has, that are JSON, and that take long. */
@SlipwayTest
@OnBothDatabases
class SynchronisationTest {

    private static final String ITEMS = "/api/configuration-items";
    private static final String IMPORT = ITEMS + "/import";

    private final SlipwayClient operator;
    private final SlipwayClient csv;
    private final SlipwayClient auditor;

    SynchronisationTest(SlipwayClient slipway) {
        this.operator = slipway.as("operator");
        this.csv = operator.with("Content-Type", "text/csv");
        this.auditor = slipway.as("auditor");
    }

    @Test
    void aDryRunSaysWhatWouldBeDoneAndDoesNothing() {
        JsonNode report = csv.post(IMPORT + "?dryRun=true", "key,class\ntried,Host\n")
                .expect(200)
                .json();

        assertThat(report.path("dryRun").asBoolean()).isTrue();
        assertThat(report.path("items").path("created").asInt()).isEqualTo(1);
        auditor.get(ITEMS + "/tried").expect(404);
        csv.post(IMPORT + "?dryRun=true", "key,group\ntried,nowhere\n").expectProblem(422, "import-refused");
    }

    @Test
    void whatACompleteSourceHasNoLongerIsRetiredAndComesBackWithIt() {
        complete("key,class\nsync-a,Host\nsync-b,Host\nsync-c,Host\n");
        csv.post(IMPORT + "?source=sync", "from,to,type\nsync-a,sync-b,runs_on\nsync-b,sync-c,runs_on\n")
                .expect(200);

        JsonNode report = complete("key,class\nsync-a,Host\nsync-b,Host\n");

        assertThat(report.path("items").path("retired").asInt()).isEqualTo(1);
        assertThat(report.path("relationships").path("removed").asInt()).isEqualTo(2);
        JsonNode gone = auditor.get(ITEMS + "/sync-c").expect(200).json();
        assertThat(gone.path("endDate").isNull()).isFalse();
        assertThat(gone.path("status").asText()).isEqualTo("DEACTIVATED");
        assertThat(gone.path("version").asText()).isEqualTo("1.1");

        complete("key,class\nsync-a,Host\nsync-b,Host\nsync-c,Host\n");
        JsonNode back = auditor.get(ITEMS + "/sync-c").expect(200).json();
        assertThat(back.path("endDate").isNull()).isTrue();
        assertThat(back.path("status").asText()).isEqualTo("ACTIVATED");
    }

    @Test
    void leavesAloneWhatAnotherSourceOrAPersonBrought() {
        csv.post(IMPORT + "?source=other", "key,class\nalone-other,Host\n").expect(200);
        operator.post(ITEMS, Map.of("key", "alone-person", "name", "x")).expect(201);

        csv.post(IMPORT + "?source=alone&complete=true", "key,class\nalone-mine,Host\n")
                .expect(200);

        for (String key : List.of("alone-other", "alone-person")) {
            assertThat(auditor.get(ITEMS + "/" + key).json().path("endDate").isNull())
                    .isTrue();
        }
        csv.post(IMPORT + "?complete=true", "key\nx\n").expectProblem(400, "import-source-required");
    }

    @Test
    void takesJsonWithClassesTypesItemsAndRelationships() {
        Map<String, Object> file = Map.of(
                "relationships", List.of(Map.of("from", "json-a", "to", "json-b", "type", "json_needs")),
                "items",
                        List.of(
                                Map.of("key", "json-a", "class", "JsonThing", "attributes", Map.of("size", "small")),
                                Map.of("key", "json-b", "class", "Host", "redundancy", Map.of("runs_on", "50%"))),
                "relationshipTypes", List.of(Map.of("code", "json_needs", "impactRule", "NEVER")),
                "classes",
                        List.of(Map.of(
                                "code",
                                "JsonThing",
                                "attributes",
                                List.of(Map.of("name", "size", "type", "TEXT", "required", true)))));

        JsonNode report = operator.post(IMPORT, file).expect(200).json();

        assertThat(report.path("items").path("created").asInt()).isEqualTo(2);
        assertThat(report.path("relationships").path("created").asInt()).isEqualTo(1);
        assertThat(report.path("classes").asInt()).isEqualTo(2);
        assertThat(operator.post(IMPORT, file)
                        .expect(200)
                        .json()
                        .path("items")
                        .path("unchanged")
                        .asInt())
                .isEqualTo(2);
        JsonNode problem = operator.post(
                        IMPORT,
                        Map.of("items", List.of(Map.of("key", "json-c", "class", "JsonThing", "owner", "=now()"))))
                .expectProblem(422, "import-refused")
                .json();
        assertThat(problem.path("lines").findValuesAsText("column"))
                .containsExactlyInAnyOrder("owner", "attributes.size");
        operator.with("Content-Type", "application/json")
                .post(IMPORT, "{\"items\": [1]}")
                .expect(422);
        operator.with("Content-Type", "application/json")
                .post(IMPORT, "{\"items\": [{")
                .expect(422);
    }

    @Test
    void goesOnWhileOneAsksHowFarItIs() {
        StringBuilder rows = new StringBuilder("key,class\n");
        for (int i = 0; i < 2_000; i++) {
            rows.append("job-").append(i).append(",Host\n");
        }
        String location = csv.post("/api/imports", rows.toString())
                .expect(202)
                .header("Location")
                .orElseThrow();

        await().until(() ->
                !auditor.get(location).expect(200).json().path("state").asText().equals("RUNNING"));
        JsonNode job = auditor.get(location).json();
        assertThat(job.path("state").asText()).isEqualTo("DONE");
        assertThat(job.path("percent").asInt()).isEqualTo(100);
        assertThat(job.path("outcome").path("items").path("created").asInt()).isEqualTo(2_000);
        assertThat(job.path("startedBy").asText()).isEqualTo("operator");

        String keyed = csv.with("Idempotency-Key", "import-once")
                .post("/api/imports", "key,class\njob-keyed,Host\n")
                .expect(202)
                .header("Location")
                .orElseThrow();
        await().until(() ->
                auditor.get(keyed).expect(200).json().path("state").asText().equals("DONE"));

        String refused = csv.with("Accept-Language", "pt-BR")
                .post("/api/imports", "key,group\nx,nowhere\n")
                .expect(202)
                .header("Location")
                .orElseThrow();
        await().until(() ->
                auditor.get(refused).expect(200).json().path("state").asText().equals("REFUSED"));
        JsonNode line = auditor.get(refused).json().path("outcome").path(0);
        assertThat(line.path("line").asInt()).isEqualTo(2);
        assertThat(line.path("message").asText()).startsWith("O valor");
        assertThat(auditor.get("/api/imports")
                        .json()
                        .path("items")
                        .path(0)
                        .path("state")
                        .asText())
                .isEqualTo("REFUSED");
        auditor.as("modeler")
                .with("Content-Type", "text/csv")
                .post("/api/imports", "key\nx\n")
                .expectProblem(403, "operation-not-allowed");
    }

    private JsonNode complete(String file) {
        return csv.post(IMPORT + "?source=sync&complete=true", file).expect(200).json();
    }
}
