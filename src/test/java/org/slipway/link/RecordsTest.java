package org.slipway.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slipway.link.record.RecordKind;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;

/** The registries of problems, tickets, knowledge articles, purchases and projects. */
@SlipwayTest
@OnBothDatabases
class RecordsTest {

    private final SlipwayClient operator;
    private final SlipwayClient requester;
    private final SlipwayClient auditor;

    /** Begins the numbers of this test only. */
    private final String mine = "R" + UUID.randomUUID().toString().substring(0, 8);

    RecordsTest(SlipwayClient slipway) {
        this.operator = slipway.as("operator");
        this.requester = slipway.as("requester");
        this.auditor = slipway.as("auditor");
    }

    @ParameterizedTest
    @EnumSource
    void registersARecordOfEachKindAndBringsItUpToDate(RecordKind kind) {
        String registry = "/api/" + kind.path();
        Map<String, String> record =
                Map.of("number", mine + "/1", "title", "Slow at night", "url", "https://example.org/1");

        assertThat(operator.post(registry, record).expect(201).header("Location"))
                .hasValueSatisfying(location -> assertThat(location).endsWith(registry + "/" + mine + "%2F1"));
        operator.post(registry, record).expect(200);
        operator.post(registry, Map.of("number", mine + "/1", "status", "In progress"))
                .expect(200);
        operator.patch(registry + "/" + mine + "%2F1", Map.of("title", "Slow at noon"))
                .expect(200);

        JsonNode shown = auditor.get(registry + "/" + mine + "%2F1").expect(200).json();
        assertThat(shown.path("title").asText()).isEqualTo("Slow at noon");
        assertThat(shown.path("status").asText()).isEqualTo("IN_PROGRESS");
        assertThat(shown.path("url").asText()).isEqualTo("https://example.org/1");
        assertThat(numbers(registry + "?limit=10&status=in+progress&text=" + mine))
                .containsExactly(mine + "/1");
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatIsWrongAndWhoMayNot(RecordKind kind) {
        String registry = "/api/" + kind.path();

        auditor.get(registry + "/" + mine).expectProblem(404, kind.unknown());
        operator.patch(registry + "/" + mine, Map.of("title", "x")).expectProblem(404, kind.unknown());
        operator.post(registry, Map.of("number", mine)).expectProblem(400, "required");
        operator.post(registry, Map.of("number", mine, "title", "x", "url", "javascript:alert(1)"))
                .expectProblem(400, "fields-invalid");
        requester.post(registry, Map.of("number", mine, "title", "x")).expectProblem(403, "operation-not-allowed");
        requester.patch(registry + "/" + mine, Map.of("title", "x")).expectProblem(403, "operation-not-allowed");
        requester
                .with("Content-Type", "text/csv")
                .post(registry + "/import", "number,title\n" + mine + ",x\n")
                .expectProblem(403, "operation-not-allowed");
    }

    @Test
    void keepsTheKindsApart() {
        operator.post("/api/problems", Map.of("number", mine, "title", "A problem"))
                .expect(201);
        operator.post("/api/tickets", Map.of("number", mine, "title", "A ticket"))
                .expect(201);

        assertThat(auditor.get("/api/problems/" + mine).json().path("title").asText())
                .isEqualTo("A problem");
        auditor.get("/api/projects/" + mine).expectProblem(404, "project-unknown");
        auditor.get("/api/presents/" + mine).expect(404);
    }

    @Test
    void knowsOfAPurchaseWhoPaysAndWhereItsItemStands() {
        Map<String, String> purchase = Map.of(
                "number", mine,
                "title", "Licences",
                "productDescription", "Database licence, 8 cores",
                "project", "Payments 5",
                "costCentreCode", "4711",
                "costCentreName", "Operations",
                "itemStatus", "AWAITING_DELIVERY");

        JsonNode shown = operator.post("/api/purchases", purchase).expect(201).json();

        purchase.forEach((field, value) ->
                assertThat(shown.path(field).asText()).as(field).isEqualTo(value));
        operator.post("/api/purchases", Map.of("number", mine, "itemStatus", "LOST"))
                .expect(400);
        JsonNode problem = operator.post("/api/problems", purchase)
                .expectProblem(400, "field-unknown")
                .json();
        assertThat(problem.path("field").asText()).isEqualTo("productDescription");
    }

    @Test
    void findsByTextPageByPage() {
        for (int i = 0; i < 7; i++) {
            operator.post(
                            "/api/knowledge",
                            Map.of("number", mine + i, "title", i % 2 == 0 ? "100% even " + mine : "Odd"))
                    .expect(201);
        }

        assertThat(numbers("/api/knowledge?limit=3&text=" + mine.toLowerCase()))
                .hasSize(7)
                .isSorted();
        assertThat(numbers("/api/knowledge?limit=2&text=100%25+even+" + mine)).hasSize(4);
        assertThat(numbers("/api/knowledge?limit=3&text=100_+even+" + mine)).isEmpty();
    }

    @Test
    void importsAFileAsAWholeOrNotAtAll() {
        SlipwayClient csv = operator.with("Content-Type", "text/csv");
        String file = """
                number,title,status,itemStatus,costCentreCode
                %1$s-1,Licences,ordered,awaiting delivery,4711
                %1$s-2,Hosts,,,
                """.formatted(mine);

        assertThat(csv.post("/api/purchases/import", file).expect(200).text())
                .isEqualTo("{\"purchases\":{\"created\":2,\"updated\":0,\"unchanged\":0}}");
        assertThat(csv.post("/api/purchases/import", file.replace("Hosts", "Racks"))
                        .expect(200)
                        .text())
                .isEqualTo("{\"purchases\":{\"created\":0,\"updated\":1,\"unchanged\":1}}");
        JsonNode shown = auditor.get("/api/purchases/" + mine + "-1").json();
        assertThat(shown.path("itemStatus").asText()).isEqualTo("AWAITING_DELIVERY");
        assertThat(shown.path("status").asText()).isEqualTo("ORDERED");

        JsonNode refused = csv.post("/api/problems/import", """
                        number,title,url,itemStatus
                        %1$s-1,Fine,,
                        %1$s-2,,,
                        %1$s-1,Again,,
                        ,Nameless,,
                        %1$s-4,Odd,javascript:alert(1),
                        %1$s-5,Not bought,,AWAITING_ORDER
                        %1$s-6,Lost,,LOST
                        """.formatted(mine))
                .expectProblem(422, "import-refused")
                .json();

        List<String> mistakes = new ArrayList<>();
        refused.path("lines")
                .forEach(line -> mistakes.add(line.path("line").asInt() + " "
                        + line.path("column").asText() + " " + line.path("code").asText()));
        assertThat(mistakes)
                .containsExactlyInAnyOrder(
                        "3 title required",
                        "4 number import-key-twice",
                        "5 number value-refused",
                        "6 url value-refused",
                        "7 itemStatus field-unknown",
                        "8 itemStatus value-unknown");
        auditor.get("/api/problems/" + mine + "-1").expectProblem(404, "problem-unknown");
        csv.post("/api/problems/import", "title\nNameless\n").expectProblem(422, "import-refused");
    }

    @Test
    void saysInEachLanguageWhatIsUnknown() {
        for (String language : List.of("en", "es", "pt")) {
            for (RecordKind kind : RecordKind.values()) {
                String detail = auditor.with("Accept-Language", language)
                        .get("/api/" + kind.path() + "/" + mine)
                        .json()
                        .path("detail")
                        .asText();
                assertThat(detail).contains(mine).doesNotContain("unknown");
            }
        }
    }

    private List<String> numbers(String path) {
        return Stream.iterate(
                        auditor.get(path).expect(200).json(),
                        page -> !page.isMissingNode(),
                        page -> page.path("next").isTextual()
                                ? auditor.get(path + "&after="
                                                + page.path("next").asText())
                                        .expect(200)
                                        .json()
                                : page.path("nothing"))
                .flatMap(page -> page.path("items").findValuesAsText("number").stream())
                .toList();
    }
}
