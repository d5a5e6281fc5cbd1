package org.slipway.cmdb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;

@SlipwayTest
class CmdbOverHttpTest {

    private static final String ITEMS = "/api/configuration-items";

    private final SlipwayClient operator;
    private final SlipwayClient requester;

    CmdbOverHttpTest(SlipwayClient slipway) {
        this.operator = slipway.as("operator");
        this.requester = slipway.as("requester");
    }

    @Test
    void createsShowsAndChangesAnItem() {
        JsonNode created = operator.post(
                        ITEMS,
                        Map.of(
                                "key", "http-api",
                                "name", "API",
                                "class", "Service",
                                "group", "DEVELOPMENT",
                                "attributes", Map.of("rack", "A 7", "slot", 3)))
                .expect(201)
                .json();
        assertThat(created.path("version").asText()).isEqualTo("1.0");
        assertThat(created.path("status").asText()).isEqualTo("ACTIVATED");

        JsonNode changed = operator.with("If-Match", "\"1.0\"")
                .patch(ITEMS + "/http-api", "{\"owner\": \"ops\", \"group\": null, \"attributes\": {\"slot\": null}}")
                .expect(200)
                .json();
        assertThat(changed.path("version").asText()).isEqualTo("1.1");
        assertThat(changed.path("group").isNull()).isTrue();
        assertThat(changed.path("attributes")).hasToString("{\"rack\":\"A 7\"}");
        operator.with("If-Match", "\"1.0\"")
                .patch(ITEMS + "/http-api", Map.of("owner", "dev"))
                .expectProblem(409, "configuration-item-changed");
        assertThat(requester.get(ITEMS + "/http-api").expect(200).json()).isEqualTo(changed);
        assertThat(requester
                        .get(ITEMS + "/http-api/versions")
                        .expect(200)
                        .json()
                        .path("items"))
                .hasSize(2);
    }

    @Test
    void tellsWhatIsWrong() {
        operator.post(ITEMS, Map.of("name", "no key")).expectProblem(400, "required");
        operator.post(ITEMS, Map.of("key", "k", "status", "SHINY")).expectProblem(400, "field-not-a-choice");
        operator.post(ITEMS, Map.of("key", "k", "colour", "red")).expectProblem(400, "field-unknown");
        operator.post(ITEMS, Map.of("key", "k", "owner", "x".repeat(201))).expectProblem(400, "fields-invalid");
        operator.get(ITEMS + "/nothing").expectProblem(404, "configuration-item-unknown");
        requester.post(ITEMS, Map.of("key", "k")).expectProblem(403, "operation-not-allowed");
        operator.get(ITEMS + "?limit=0").expect(400);
    }

    @Test
    void findsAnItemWhoseKeyHasSlashesHoweverTheyAreWritten() {
        String key = "endpoint:apache2/jobrunner@codfw";
        operator.post(ITEMS, Map.of("key", key)).expect(201);

        for (String path : List.of(URLEncoder.encode(key, UTF_8), key)) {
            assertThat(requester
                            .get(ITEMS + "/" + path)
                            .expect(200)
                            .json()
                            .path("key")
                            .asText())
                    .isEqualTo(key);
            requester.get(ITEMS + "/" + path + "/versions").expect(200);
            requester.get(ITEMS + "/" + path + "/versions?after=x").expect(400);
            requester.get(ITEMS + "/" + path + "/relationships").expect(200);
            requester.get(ITEMS + "/" + path + "/impact?depth=2").expect(200);
            operator.patch(ITEMS + "/" + path, Map.of("owner", path)).expect(200);
        }
        assertThat(requester
                        .get(ITEMS + "?key=" + URLEncoder.encode(key, UTF_8))
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void takesEncodedSlashesOnlyWhereAKeyStands() {
        requester.get("/api%2Fconfiguration-items").expect(400);
        requester.get("/camunda%2Fapp/cockpit/default/").expect(400);
        requester.get("/api/releases/REL-000001%2Fhistory").expect(400);
    }

    @Test
    void letsNobodyClimbBehindAnEncodedSlash() {
        requester.get(ITEMS + "/..%2F..%2Factuator").expectProblem(404, "configuration-item-unknown");
        requester
                .get(ITEMS + "/a%2F..%2F..%2F..%2Fengine-rest/engine")
                .expectProblem(404, "configuration-item-unknown");
        requester.get(ITEMS + "/%2e%2e%2Fx").expect(400);
    }

    @Test
    void relatesItemsAndFollowsTheRelationships() {
        operator.post(ITEMS, Map.of("key", "http-shop")).expect(201);
        operator.post(ITEMS, Map.of("key", "http-db")).expect(201);
        Map<String, String> relationship = Map.of("from", "http-shop", "to", "http-db", "type", "depends_on");

        operator.post(ITEMS + "/relationships", relationship).expect(201);
        operator.post(ITEMS + "/relationships", relationship).expectProblem(409, "relationship-exists");

        JsonNode impact = requester.get(ITEMS + "/http-db/impact").expect(200).json();
        assertThat(impact.path("items")).hasSize(1);
        assertThat(impact.path("items").path(0).path("key").asText()).isEqualTo("http-shop");
        assertThat(requester
                        .get(ITEMS + "/http-shop/impact?direction=DEPENDENCIES")
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void importsAFileAndTellsEveryLineAtFault() {
        SlipwayClient csv = operator.with("Content-Type", "text/csv");
        JsonNode done = csv.post(ITEMS + "/import", "key,class\nimported-a,Host\nimported-b,Host\n")
                .expect(200)
                .json();
        assertThat(done.path("items").path("created").asInt()).isEqualTo(2);

        JsonNode problem = csv.with("Accept-Language", "es")
                .post(ITEMS + "/import", "key,group\nimported-c,nowhere\n,production\n")
                .expectProblem(422, "import-refused")
                .json();
        assertThat(problem.path("lines")).hasSize(2);
        assertThat(problem.path("lines").path(0).path("line").asInt()).isEqualTo(2);
        assertThat(problem.path("lines").path(0).path("column").asText()).isEqualTo("group");
        assertThat(problem.path("lines").path(0).path("message").asText()).startsWith("El valor");
        operator.get(ITEMS + "/imported-c").expect(404);
    }

    @Test
    void importsTheFilesOfAForm() {
        String form = part("relationships", "from,to,type\nform-a,form-b,runs_on\n")
                + part("items", "key\nform-a\nform-b\n")
                + "--x--\r\n";

        JsonNode done = operator.with("Content-Type", "multipart/form-data; boundary=x")
                .post(ITEMS + "/import", form)
                .expect(200)
                .json();

        assertThat(done.path("items").path("created").asInt()).isEqualTo(2);
        assertThat(done.path("relationships").path("created").asInt()).isEqualTo(1);
    }

    private static String part(String name, String content) {
        return "--x\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + name
                + ".csv\"\r\nContent-Type: text/csv\r\n\r\n" + content + "\r\n";
    }
}
