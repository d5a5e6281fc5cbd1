package org.slipway.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;

/** People keep their searches, and share them if they like. */
@SlipwayTest
@OnBothDatabases
class SavedSearchesTest {

    private final SlipwayClient slipway;

    SavedSearchesTest(SlipwayClient slipway) {
        this.slipway = slipway;
    }

    @Test
    void keepsASearchForItsOwnerAloneUnlessHeSharesIt() {
        String mine = keep("operator", "Late & mine", false);
        String ours = keep("operator", "Everybody's", true);

        JsonNode kept = slipway.as("operator").get(mine).expect(200).json();
        assertThat(kept.path("query").asText())
                .isEqualTo("status=PLANNED&status=SUSPENDED&text=%3Cb%3E+%26+ü".replace("ü", "%C3%BC"));
        assertThat(slipway.as("operator")
                        .get("/api/releases?" + kept.path("query").asText())
                        .status())
                .isEqualTo(200);
        assertThat(names("operator")).contains("Late & mine", "Everybody's");
        assertThat(names("manager")).contains("Everybody's").doesNotContain("Late & mine");
        slipway.as("manager").get(mine).expectProblem(404, "search-unknown");
        slipway.as("manager").delete(mine).expectProblem(404, "search-unknown");
        slipway.as("manager").delete(ours).expectProblem(403, "search-not-yours");
        assertThat(slipway.as("manager")
                        .get(ours)
                        .expect(200)
                        .json()
                        .path("mine")
                        .asBoolean(true))
                .isFalse();

        slipway.as("operator").delete(mine).expect(204);
        slipway.as("operator").delete(ours).expect(204);
        assertThat(names("operator")).doesNotContain("Late & mine", "Everybody's");
    }

    @Test
    void refusesWhatCouldNotBeAskedOrFoundAgain() {
        String once = keep("approver", "Once", false);
        SlipwayClient approver = slipway.as("approver");
        approver.post("/api/searches", search("Once", false)).expectProblem(409, "search-exists");
        approver.post("/api/searches", Map.of("name", "Odd", "question", Map.of("sort", "colour")))
                .expectProblem(400, "sort-unknown");
        approver.post("/api/searches", Map.of("name", "Odd", "question", Map.of("colour", "red")))
                .expectProblem(400, "field-unknown");
        List<String> tasks = Collections.nCopies(150, "x".repeat(200));
        approver.post("/api/searches", Map.of("name", "Long", "question", Map.of("task", tasks)))
                .expectProblem(400, "search-too-long");
        approver.post("/api/searches", Map.of("name", " ", "question", Map.of()))
                .expect(400);
        approver.delete(once).expect(204);
    }

    private String keep(String person, String name, boolean shared) {
        return slipway.as(person)
                .post("/api/searches", search(name, shared))
                .expect(201)
                .header("Location")
                .orElseThrow();
    }

    private static Map<String, Object> search(String name, boolean shared) {
        return Map.of(
                "name",
                name,
                "shared",
                shared,
                "question",
                Map.of("status", List.of("PLANNED", "SUSPENDED"), "text", "<b> & ü"));
    }

    private List<String> names(String person) {
        return slipway.as(person)
                .get("/api/searches?limit=200")
                .expect(200)
                .json()
                .path("items")
                .findValuesAsText("name");
    }
}
