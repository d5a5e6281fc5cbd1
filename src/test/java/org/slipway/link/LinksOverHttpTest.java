package org.slipway.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slipway.support.MovableClock;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;

@SlipwayTest
class LinksOverHttpTest {

    private final SlipwayClient operator;
    private final SlipwayClient requester;
    private final SlipwayClient auditor;
    private final MovableClock clock;

    LinksOverHttpTest(SlipwayClient slipway, MovableClock clock) {
        this.operator = slipway.as("operator");
        this.requester = slipway.as("requester");
        this.auditor = slipway.as("auditor");
        this.clock = clock;
    }

    @Test
    void registersChangesAndBringsThemUpToDate() {
        item("links/one");
        Map<String, Object> change = Map.of(
                "number",
                "HTTP-1",
                "title",
                "A change",
                "status",
                "PROPOSED",
                "configurationItems",
                List.of("links/one"));

        assertThat(operator.post("/api/changes", change).expect(201).header("Location"))
                .contains("/api/changes/HTTP-1");
        operator.post("/api/changes", Map.of("number", "HTTP-1", "status", "APPROVED"))
                .expect(200);

        JsonNode shown = auditor.get("/api/changes/HTTP-1").expect(200).json();
        assertThat(shown.path("title").asText()).isEqualTo("A change");
        assertThat(shown.path("status").asText()).isEqualTo("APPROVED");
        assertThat(shown.path("configurationItems").path(0).asText()).isEqualTo("links/one");
        requester.post("/api/changes", change).expectProblem(403, "operation-not-allowed");
        operator.post("/api/changes", Map.of("number", "HTTP-0", "title", "x", "url", "javascript:alert(1)"))
                .expectProblem(400, "fields-invalid");
        auditor.get("/api/changes/HTTP-0").expectProblem(404, "change-unknown");
    }

    @Test
    void importsChanges() {
        item("links/imported");
        SlipwayClient csv = operator.with("Content-Type", "text/csv");

        JsonNode done = csv.post(
                        "/api/changes/import",
                        "number,title,status,configurationItems\nHTTP-I1,One,APPROVED,links/imported\n")
                .expect(200)
                .json();

        assertThat(done.path("changes").path("created").asInt()).isEqualTo(1);
        csv.post("/api/changes/import", "number,title\nHTTP-I2,\n").expectProblem(422, "import-refused");
    }

    @Test
    void linksAndUnlinksOverAReleasesWholeLife() {
        item("links/api");
        item("links/db");
        change("HTTP-10", "links/api");
        change("HTTP-11", "links/db");
        String release = register(List.of("HTTP-10"));
        String changes = "/api/releases/" + release + "/links/changes";
        String items = "/api/releases/" + release + "/links/configuration-items";

        requester.post(changes, Map.of("number", "HTTP-11")).expect(201);
        requester.post(changes, Map.of("number", "HTTP-11")).expectProblem(409, "already-linked");
        requester.patch(changes + "/HTTP-11", Map.of("situation", "SOLVED")).expect(200);
        auditor.as("modeler").delete(changes + "/HTTP-11").expectProblem(403, "operation-not-allowed");
        assertThat(auditor.get(items).expect(200).json().path("items")).hasSize(2);

        requester.delete(items + "/" + URLEncoder.encode("links/db", UTF_8)).expect(204);
        requester.post(items, Map.of("key", "links/db")).expect(201);
        requester.delete(items + "/links/db").expect(204);
        requester.post(items, Map.of("key", "links/db")).expect(201);
        requester.delete(items + "?key=links/db").expect(204);
        requester.delete(changes + "?number=HTTP-11").expect(204);
        requester.delete(changes + "/HTTP-10").expectProblem(422, "change-required");

        JsonNode record = auditor.get("/api/releases/" + release).expect(200).json();
        assertThat(record.path("changes")).hasToString("[\"HTTP-10\"]");
        assertThat(record.path("configurationItems")).hasToString("[\"links/api\"]");
    }

    @Test
    void refusesToRegisterWithoutAChangeOrWithUnknownOnes() {
        requester.post("/api/releases", release(List.of())).expectProblem(422, "change-required");
        JsonNode problem = requester
                .post("/api/releases", release(List.of("HTTP-404")))
                .expectProblem(400, "change-unknown")
                .json();
        assertThat(problem.path("field").asText()).isEqualTo("changes[0]");
    }

    private void item(String key) {
        operator.post("/api/configuration-items", Map.of("key", key)).expect(201);
    }

    private void change(String number, String item) {
        operator.post(
                        "/api/changes",
                        Map.of(
                                "number",
                                number,
                                "title",
                                "A change",
                                "status",
                                "APPROVED",
                                "configurationItems",
                                List.of(item)))
                .expect(201);
    }

    private String register(List<String> changes) {
        return requester
                .post("/api/releases", release(changes))
                .expect(201)
                .json()
                .path("number")
                .asText();
    }

    private Map<String, Object> release(List<String> changes) {
        Instant start = clock.instant().plus(1, ChronoUnit.DAYS);
        Map<String, Object> window = Map.of(
                "start",
                start.toString(),
                "end",
                start.plus(4, ChronoUnit.HOURS).toString());
        Map<String, Object> release = new HashMap<>();
        release.put("title", "Links over HTTP");
        release.put("description", "Bundles changes");
        release.put("model", "standard");
        release.put("risk", "LOW");
        release.put("contact", Map.of("name", "R. Quester", "email", "requester@example.org"));
        release.put("planning", window);
        release.put("deployment", window);
        release.put("changes", changes);
        return release;
    }
}
