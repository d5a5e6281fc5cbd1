package org.slipway.link.impact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;

/** Releases that take hosts of a pool of four, of which an endpoint needs half; a service needs the endpoint. */
@SlipwayTest
@OnBothDatabases
class ReleaseImpactTest {

    private final SlipwayClient slipway;
    private final SlipwayClient operator;
    private final ImpactWatch watch;

    ReleaseImpactTest(SlipwayClient slipway, ImpactWatch watch) {
        this.slipway = slipway;
        this.operator = slipway.as("operator");
        this.watch = watch;
    }

    @Test
    void isJointOverTheBundle() {
        pool("joint");

        assertThat(impact(release("joint", 1)).path("totals").path("impacted").asInt())
                .isZero();
        JsonNode two = impact(release("joint", 2));
        assertThat(two.path("items").path(0).path("effect").asText()).isEqualTo("WEAKENED");
        JsonNode three = impact(release("joint", 3));
        assertThat(keys(three)).containsExactly("joint-endpoint", "joint-service");
        assertThat(three.path("items").path(1).path("path").path(0).asText()).isEqualTo("joint-service");
        assertThat(three.path("owners").path(0).asText()).isEqualTo("service owner");
        assertThat(three.path("approved").isNull()).isTrue();
    }

    @Test
    void isFrozenWithTheApprovalAndComparedWithWhatTheCmdbSaysNow() {
        pool("frozen");
        ReleaseStory story = release("frozen", 2).planned().approved();
        assertThat(impact(story).path("approved").path("weakened").asInt()).isEqualTo(1);
        assertThat(impact(story).path("approved").path("difference").isNull()).isTrue();

        operator.patch("/api/configuration-items/frozen-4", Map.of("status", "DEACTIVATED"))
                .expect(200);

        JsonNode approved = impact(story).path("approved");
        assertThat(approved.path("impacted").asInt()).as("what was approved").isZero();
        assertThat(approved.path("difference").path("impacted"))
                .extracting(JsonNode::asText)
                .containsExactly("frozen-endpoint", "frozen-service");
    }

    @Test
    void tellsTheReleaseOnceThatItHasBecomeAnotherOne() {
        pool("told");
        ReleaseStory story = release("told", 2).planned().approved();
        watch.look();
        assertThat(told(story)).isEmpty();

        operator.patch("/api/configuration-items/told-4", Map.of("status", "DEACTIVATED"))
                .expect(200);
        watch.look();
        watch.look();

        assertThat(told(story)).containsExactly("impact: + told-endpoint, told-service\nweakened: − told-endpoint");
        operator.patch("/api/configuration-items/told-4", Map.of("status", "ACTIVATED"))
                .expect(200);
        watch.look();
        assertThat(told(story)).hasSize(2);
    }

    @Test
    void refusesWhatIsNoReleaseNoDirectionAndNoPage() {
        slipway.as("requester").get("/api/releases/REL-999999/impact").expectProblem(404, "release-unknown");
        pool("refused");
        String path = release("refused", 1).path() + "/impact";
        operator.get(path + "?direction=SIDEWAYS").expect(400);
        operator.get(path + "?depth=0").expect(400);
        operator.get(path + "?after=x").expectProblem(400, "page-unknown");
    }

    private void pool(String name) {
        StringBuilder items = new StringBuilder("key,class,owner,redundancy\n");
        StringBuilder edges = new StringBuilder("from,to,type\n");
        items.append(name).append("-service,Service,service owner,\n");
        items.append(name).append("-endpoint,Endpoint,,runs_on=50%\n");
        edges.append(name).append("-service,").append(name).append("-endpoint,depends_on\n");
        for (int i = 1; i <= 4; i++) {
            items.append(name).append('-').append(i).append(",Host,,\n");
            edges.append(name)
                    .append("-endpoint,")
                    .append(name)
                    .append('-')
                    .append(i)
                    .append(",runs_on\n");
        }
        SlipwayClient csv = operator.with("Content-Type", "text/csv");
        csv.post("/api/configuration-items/import", items.toString()).expect(200);
        csv.post("/api/configuration-items/import", edges.toString()).expect(200);
    }

    private ReleaseStory release(String pool, int hosts) {
        Map<String, Object> registration = new HashMap<>(ReleaseStory.registration(slipway));
        registration.put("changes", List.of(ReleaseStory.change(slipway)));
        registration.put(
                "configurationItems",
                IntStream.rangeClosed(1, hosts).mapToObj(i -> pool + "-" + i).toList());
        return ReleaseStory.registered(slipway, registration);
    }

    private JsonNode impact(ReleaseStory story) {
        return slipway.as("auditor").get(story.path() + "/impact").expect(200).json();
    }

    private static List<String> keys(JsonNode impact) {
        return StreamSupport.stream(impact.path("items").spliterator(), false)
                .map(item -> item.path("key").asText())
                .toList();
    }

    private List<String> told(ReleaseStory story) {
        JsonNode history =
                operator.get(story.path() + "/history?limit=200").expect(200).json();
        return StreamSupport.stream(history.path("items").spliterator(), false)
                .filter(line -> line.path("category").asText().equals("IMPACT"))
                .map(line -> line.path("text").asText())
                .toList();
    }
}
