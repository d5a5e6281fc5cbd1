package org.slipway.process.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;

/** Where a release is in its models, for everybody who sees it. */
@SlipwayTest
class FlowOverHttpTest {

    private final SlipwayClient slipway;

    FlowOverHttpTest(SlipwayClient slipway) {
        this.slipway = slipway;
    }

    @Test
    void listsTheInstancesOfAModelNewestFirstPageByPage() {
        ReleaseStory older = ReleaseStory.registered(slipway);
        ReleaseStory newer = ReleaseStory.registered(slipway);
        String model = slipway.as("auditor")
                .get("/engine-rest/process-definition?key=release-lifecycle&latestVersion=true")
                .json()
                .at("/0/id")
                .asText();
        String path = "/api/process-definitions/" + model + "/instances";

        List<String> listed = new ArrayList<>();
        List<String> begun = new ArrayList<>();
        for (JsonNode page = page(path + "?limit=7");
                ;
                page = page(path + "?limit=7&after=" + page.path("next").asText())) {
            page.path("items")
                    .forEach(item -> listed.add(item.path("businessKey").asText()));
            page.path("items").forEach(item -> begun.add(item.path("startTime").asText()));
            if (!page.path("next").isTextual()) {
                break;
            }
        }
        assertThat(listed).containsSubsequence(newer.number(), older.number());
        assertThat(begun.stream().map(Instant::parse).toList()).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(slipway.as("auditor")
                        .get(path + "?state=RUNNING&businessKey=" + older.number())
                        .json()
                        .path("items"))
                .hasSize(1);
        assertThat(slipway.as("auditor")
                        .get(path + "?state=COMPLETED&businessKey=" + older.number())
                        .json()
                        .path("items"))
                .isEmpty();
        slipway.as("auditor").get(path + "?after=x").expectProblem(400, "page-unknown");
        slipway.as("auditor")
                .get("/api/process-definitions/x/instances")
                .expectProblem(404, "process-definition-unknown");
    }

    @Test
    void tellsOfEveryProcessWhatIsDoneAndWhatIsGoingOn() {
        ReleaseStory release = ReleaseStory.registered(slipway).planned();

        JsonNode flow = flow(release, "");

        assertThat(run(flow, "release-lifecycle").path("state").asText()).isEqualTo("RUNNING");
        assertThat(texts(run(flow, "release-lifecycle").path("current"))).containsExactly("planningPhase");
        assertThat(texts(run(flow, "release-planning").path("done"))).contains("planRelease", "recordPlan");
        assertThat(texts(run(flow, "release-planning").path("current"))).containsExactly("approveRelease");
    }

    @Test
    void tellsWhatIsOnHold() {
        ReleaseStory release = ReleaseStory.registered(slipway).suspended();

        JsonNode flow = flow(release, "");

        assertThat(run(flow, "release-planning").path("state").asText()).isEqualTo("SUSPENDED");
        assertThat(texts(run(flow, "release-lifecycle").path("current"))).contains("reactivateRelease");
    }

    @Test
    void keepsTheCyclesApart() {
        ReleaseStory release = ReleaseStory.registered(slipway).cancelled().reopened("PLANNING");

        assertThat(texts(flow(release, "").path("cycles"))).containsExactly("1", "2");
        assertThat(run(flow(release, ""), "release-lifecycle").path("state").asText())
                .isEqualTo("RUNNING");
        assertThat(run(flow(release, "?cycle=1"), "release-lifecycle")
                        .path("endedAt")
                        .isNull())
                .isFalse();
        slipway.as("auditor").get(release.path() + "/flow?cycle=3").expectProblem(404, "cycle-unknown");
    }

    @Test
    void hasTheDrawingsOfItsOwnModelsOnly() {
        ReleaseStory release = ReleaseStory.registered(slipway);
        String drawing = run(flow(release, ""), "release-lifecycle").path("xml").asText();

        assertThat(slipway.as("auditor")
                        .with("Accept", "*/*")
                        .get(drawing)
                        .expect(200)
                        .text())
                .contains("<bpmn:process id=\"release-lifecycle\"", "bpmndi:BPMNDiagram");
        slipway.as("auditor")
                .get(release.path() + "/flow/models/release-deployment:1:1")
                .expectProblem(404, "process-model-unknown");
    }

    private JsonNode page(String path) {
        return slipway.as("auditor").get(path).expect(200).json();
    }

    private JsonNode flow(ReleaseStory release, String query) {
        return slipway.as("auditor")
                .get(release.path() + "/flow" + query)
                .expect(200)
                .json();
    }

    private static JsonNode run(JsonNode flow, String process) {
        return StreamSupport.stream(flow.path("instances").spliterator(), false)
                .filter(each -> each.path("process").asText().equals(process))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
