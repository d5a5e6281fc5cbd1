package org.slipway.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayClient.Answer;
import org.slipway.support.SlipwayTest;

@SlipwayTest
@OnBothDatabases
class SolutionCategoriesTest {

    private static final String REGISTRY = "/api/solution-categories";

    private final SlipwayClient slipway;
    private final SlipwayClient manager;

    SolutionCategoriesTest(SlipwayClient slipway) {
        this.slipway = slipway;
        this.manager = slipway.as("manager");
    }

    @Test
    void keepsCategoriesAsATree() {
        String top = unique();
        String below = unique();
        slipway.as("operator").post(REGISTRY, Map.of("name", top)).expectProblem(403, "operation-not-allowed");
        String topPath = add(Map.of("name", top));
        String belowPath = add(Map.of("name", below, "parent", top));
        manager.post(REGISTRY, Map.of("name", top.toUpperCase(Locale.ROOT)))
                .expectProblem(409, "solution-category-exists");
        manager.post(REGISTRY, Map.of("name", unique(), "parent", "None such"))
                .expectProblem(400, "solution-category-unknown");

        manager.put(topPath, Map.of("parent", below, "active", true)).expectProblem(422, "solution-category-cycle");
        manager.put(topPath, Map.of("parent", top, "active", true)).expectProblem(422, "solution-category-cycle");
        manager.delete(topPath).expectProblem(409, "solution-category-in-use");
        JsonNode page = manager.get(REGISTRY + "?limit=1").expect(200).json();
        assertThat(page.path("items")).hasSize(1);
        assertThat(page.path("next").asText()).isNotEmpty();

        manager.delete(belowPath).expect(204);
        manager.delete(topPath).expect(204);
        manager.get(topPath).expectProblem(404, "solution-category-unknown");
    }

    @Test
    void deactivatesWhatReleasesName() {
        String category = unique();
        ReleaseStory release = ReleaseStory.registered(slipway).until("homologateRelease");
        solve(release, category).expect(200);
        String path = REGISTRY + "/" + id(category);

        manager.delete(path).expectProblem(409, "solution-category-in-use");
        manager.put(path, Map.of("active", false)).expect(200);

        assertThat(manager.get(REGISTRY + "?active=true").json().path("items").findValuesAsText("name"))
                .contains("Deployed as planned")
                .doesNotContain(category);
        assertThat(release.record().path("solutionCategory").asText()).isEqualTo(category);
        ReleaseStory next = ReleaseStory.registered(slipway).until("homologateRelease");
        solve(next, category).expectProblem(422, "solution-category-inactive");
    }

    @Test
    void knowsACategoryWhateverItsCase() {
        String category = unique();
        ReleaseStory first = ReleaseStory.registered(slipway).until("homologateRelease");
        solve(first, category).expect(200);
        ReleaseStory second = ReleaseStory.registered(slipway).until("homologateRelease");
        solve(second, category.toUpperCase(Locale.ROOT)).expect(200);

        assertThat(second.record().path("solutionCategory").asText()).isEqualTo(category);
        assertThat(manager.get(REGISTRY).json().path("items").findValuesAsText("name"))
                .doesNotContain(category.toUpperCase(Locale.ROOT));
    }

    private static Answer solve(ReleaseStory release, String category) {
        Map<String, Object> solution = new HashMap<>(ReleaseStory.solution());
        solution.put("solutionCategory", category);
        return release.complete("approver", "homologateRelease", solution);
    }

    private String id(String name) {
        for (JsonNode each : manager.get(REGISTRY).json().path("items")) {
            if (each.path("name").asText().equals(name)) {
                return each.path("id").asText();
            }
        }
        throw new AssertionError("No solution category " + name);
    }

    private String add(Map<String, Object> wanted) {
        return manager.post(REGISTRY, wanted).expect(201).header("Location").orElseThrow();
    }

    private static String unique() {
        return "Solved as " + UUID.randomUUID();
    }
}
