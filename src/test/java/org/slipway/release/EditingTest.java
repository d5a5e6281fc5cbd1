package org.slipway.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;

@SlipwayTest
@OnBothDatabases
class EditingTest {

    private final SlipwayClient slipway;

    EditingTest(SlipwayClient slipway) {
        this.slipway = slipway;
    }

    @Test
    void changesWhatIsGivenAndLeavesTheRest() {
        ReleaseStory release = ReleaseStory.registered(slipway);
        JsonNode before = release.record();
        JsonNode after = slipway.as("requester")
                .patch(release.path(), Map.of("title", "Payments 4.3", "urgency", "HIGH"))
                .expect(200)
                .json();
        assertThat(after.path("title").asText()).isEqualTo("Payments 4.3");
        assertThat(after.path("priority").asInt()).isEqualTo(1);
        for (String untouched : new String[] {"description", "planning", "deployment", "contact", "deadline"}) {
            assertThat(after.path(untouched)).isEqualTo(before.path(untouched));
        }
    }

    @Test
    void movesTheDeploymentWindowAndWithItTheDeadline() {
        ReleaseStory release = ReleaseStory.registered(slipway);
        JsonNode planning = release.record().path("planning");
        Instant start = Instant.now().truncatedTo(ChronoUnit.MINUTES).plus(3, ChronoUnit.DAYS);
        slipway.as("manager")
                .patch(release.path(), Map.of("deployment", ReleaseStory.window(start, Duration.ofHours(4))))
                .expect(200);
        JsonNode record = release.record();
        assertThat(record.path("planning")).isEqualTo(planning);
        assertThat(Instant.parse(record.path("deployment").path("start").asText()))
                .isEqualTo(start);
        assertThat(Instant.parse(record.path("deadline").asText())).isEqualTo(start.plus(4, ChronoUnit.HOURS));
    }

    @Test
    void locksContractPlannedStartAndApprovedWindows() {
        ReleaseStory release = ReleaseStory.registered(slipway);
        Instant later = Instant.now().truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.DAYS);
        slipway.as("manager")
                .patch(release.path(), Map.of("contract", "another"))
                .expectProblem(422, "contract-locked");
        slipway.as("manager")
                .patch(release.path(), Map.of("planning", ReleaseStory.window(later, Duration.ofHours(1))))
                .expectProblem(422, "window-locked");
        release.planned().approved();
        slipway.as("manager")
                .patch(release.path(), Map.of("deployment", ReleaseStory.window(later, Duration.ofHours(1))))
                .expectProblem(422, "window-locked");
    }

    @Test
    void refusesAChangeOfAnOlderRevision() {
        ReleaseStory release = ReleaseStory.registered(slipway);
        String tag = slipway.as("manager").get(release.path()).header("ETag").orElseThrow();
        slipway.as("manager")
                .with("If-Match", tag)
                .patch(release.path(), Map.of("title", "First"))
                .expect(200);
        slipway.as("manager")
                .with("If-Match", tag)
                .patch(release.path(), Map.of("title", "Second"))
                .expectProblem(409, "concurrent-change");
        assertThat(release.record().path("title").asText()).isEqualTo("First");
    }

    @Test
    void sendsOpenWorkToTheNewExecutorGroup() {
        ReleaseStory release = ReleaseStory.registered(slipway).until("executeRelease");
        slipway.as("manager")
                .patch(release.path(), Map.of("executorGroup", "release-managers"))
                .expect(200);
        assertThat(release.record()
                        .path("currentTasks")
                        .path(0)
                        .path("candidateGroups")
                        .toString())
                .isEqualTo("[\"release-managers\"]");
        assertThat(slipway.as("auditor").get(release.path() + "/history").text())
                .contains("DIRECTION", "operations → release-managers");
    }

    @Test
    void leavesTheApproversTasksWhereTheyAreWhenTheExecutorsChange() {
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        registration.put("risk", "HIGH");
        registration.put("executorGroup", "release-managers");
        ReleaseStory release = ReleaseStory.registered(slipway, registration);
        slipway.as("requester")
                .patch(release.path(), Map.of("executorGroup", "operations"))
                .expect(200);
        assertThat(offered(release)).containsExactlyInAnyOrder("operations", "release-managers");
        release.planned();
        slipway.as("requester")
                .patch(release.path(), Map.of("executorGroup", "release-managers"))
                .expect(200);
        slipway.as("requester")
                .patch(release.path(), Map.of("executorGroup", "operations"))
                .expect(200);
        assertThat(offered(release)).containsExactlyInAnyOrder("approvers", "release-managers");
        slipway.as("requester")
                .patch(release.path(), Map.of("approverGroup", "release-managers"))
                .expect(200);
        slipway.as("requester")
                .patch(release.path(), Map.of("approverGroup", "approvers"))
                .expect(200);
        assertThat(offered(release)).containsExactlyInAnyOrder("approvers", "release-managers");
    }

    @Test
    void refusesGroupsThatCouldNotDoTheirPart() {
        ReleaseStory release = ReleaseStory.registered(slipway);
        slipway.as("requester")
                .patch(release.path(), Map.of("approverGroup", "requesters"))
                .expectProblem(422, "approver-group-may-not");
        slipway.as("requester")
                .patch(release.path(), Map.of("executorGroup", "approvers"))
                .expectProblem(422, "executor-group-may-not");
    }

    @Test
    void takesAwayTheVersionWhenToldSo() {
        ReleaseStory release = ReleaseStory.registered(slipway);
        JsonNode kept = slipway.as("requester")
                .patch(release.path(), Map.of("title", "Still 4.2"))
                .expect(200)
                .json();
        assertThat(kept.path("version").asText()).isEqualTo("4.2");
        JsonNode cleared = slipway.as("requester")
                .patch(release.path(), "{\"version\": null}")
                .expect(200)
                .json();
        assertThat(cleared.path("version").isNull()).isTrue();
        assertThat(slipway.as("auditor").get(release.path() + "/history").text())
                .contains("version: 4.2");
    }

    @Test
    void keepsWindowsWithinReach() {
        ReleaseStory release = ReleaseStory.registered(slipway);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        slipway.as("manager")
                .patch(release.path(), Map.of("deployment", ReleaseStory.window(now, Duration.ofDays(4000))))
                .expectProblem(400, "window-far");
        slipway.as("manager")
                .patch(
                        release.path(),
                        Map.of(
                                "deployment",
                                ReleaseStory.window(now.minus(1000, ChronoUnit.DAYS), Duration.ofDays(1001))))
                .expectProblem(422, "window-past");
    }

    @Test
    void needsTheRightUnlessOneIsItsRequester() {
        ReleaseStory release = ReleaseStory.registered(slipway);
        slipway.as("operator")
                .patch(release.path(), Map.of("title", "Mine"))
                .expectProblem(403, "operation-not-allowed");
        slipway.as("modeler")
                .patch(release.path(), Map.of("title", "Mine"))
                .expectProblem(403, "operation-not-allowed");
    }

    @Test
    void keepsAnUnbrokenChainOfEverythingThatHappened() {
        ReleaseStory release = ReleaseStory.registered(slipway).concluded();
        JsonNode lines = slipway.as("auditor")
                .get(release.path() + "/history")
                .expect(200)
                .json()
                .path("items");
        String previous = null;
        int sequence = 0;
        for (JsonNode line : lines) {
            assertThat(line.path("sequence").asInt()).isEqualTo(++sequence);
            assertThat(line.path("intact").asBoolean()).isTrue();
            assertThat(
                            line.path("previousHash").isNull()
                                    ? null
                                    : line.path("previousHash").asText())
                    .isEqualTo(previous);
            previous = line.path("hash").asText();
        }
        assertThat(sequence).isGreaterThan(10);
    }

    private static List<String> offered(ReleaseStory release) {
        List<String> groups = new ArrayList<>();
        release.record()
                .path("currentTasks")
                .forEach(task -> task.path("candidateGroups").forEach(group -> groups.add(group.asText())));
        return groups;
    }
}
