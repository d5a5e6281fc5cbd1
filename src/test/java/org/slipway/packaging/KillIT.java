package org.slipway.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;

/**
 * A node is killed in the middle of work, twice. Afterwards every release whose registration was acknowledged is there,
 * none is there twice although unanswered registrations are sent again, every acknowledged step is in its history exactly once, an unanswered one at most once, and every
 * release can be brought to its end.
 */
class KillIT {

    private static final int KILLS = 2;
    private static final int ANSWERS_BEFORE_A_KILL = 25;
    /** More numbers than a killed node takes with it: H2 reserves 32 at a time. */
    private static final int GAP = 40;

    /** The status that a step leaves behind, for those that change it. */
    private static final Map<String, String> STATUS_AFTER = Map.of(
            "planRelease", "PLANNED",
            "approveRelease", "APPROVED",
            "authoriseRelease", "IN_EXECUTION",
            "executeRelease", "EXECUTED",
            "homologateRelease", "SOLVED",
            "closeRelease", "CONCLUDED");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void losesDoublesAndBlocksNothing(NodeDatabase database) throws InterruptedException {
        Map<String, String> data = database.fresh();
        Driver driver = new Driver();
        List<String> unfinished = List.of();

        for (int kill = 1; kill <= KILLS; kill++) {
            try (Node node = Node.start(data, folder)) {
                unfinished = releasesAfterTheKill(node.client(), driver);
                driver.goOn(node.client(), unfinished);
                Awaitility.await("people at work")
                        .atMost(Duration.ofMinutes(2))
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> driver.answers() >= ANSWERS_BEFORE_A_KILL || driver.surprised());
                node.kill();
                driver.awaitEnd();
            }
        }

        try (Node node = Node.start(data, folder)) {
            List<String> all = releasesAfterTheKill(node.client(), driver);
            for (String number : all) {
                ReleaseStory release = ReleaseStory.of(node.client(), number);
                while (release.step().isPresent()) {
                    assertThat(runningLifecycles(node.client(), number)).isLessThanOrEqualTo(1);
                }
                assertThat(release.status()).isEqualTo("CONCLUDED");
                assertThat(runningLifecycles(node.client(), number)).isZero();
                assertStepsOnce(node.client(), driver, number);
            }
        }
    }

    /** Checks what the kill has left behind. */
    private static List<String> releasesAfterTheKill(SlipwayClient slipway, Driver driver) {
        driver.retry(slipway);
        Map<String, String> found = survivors(slipway);
        assertThat(found).as("acknowledged registrations").containsAllEntriesOf(driver.registered());
        assertThat(driver.attempted()).as("what nobody asked for").containsAll(found.keySet());
        for (String number : found.values()) {
            assertStepsOnce(slipway, driver, number);
            assertCanGoOn(slipway, number);
        }
        return List.copyOf(found.values());
    }

    /** All releases of the driver by title, found by counting numbers up, and no title twice. */
    private static Map<String, String> survivors(SlipwayClient slipway) {
        Map<String, String> found = new TreeMap<>();
        int missing = 0;
        for (int i = 1; missing < GAP; i++) {
            String number = String.format("REL-%06d", i);
            SlipwayClient.Answer answer = slipway.as("manager").get("/api/releases/" + number);
            if (answer.status() == 404) {
                missing++;
                continue;
            }
            missing = 0;
            String title = answer.expect(200).json().get("title").asText();
            if (title.startsWith(Driver.TITLE)) {
                assertThat(found.put(title, number))
                        .as("%s is there twice", title)
                        .isNull();
            }
        }
        return found;
    }

    private static void assertStepsOnce(SlipwayClient slipway, Driver driver, String number) {
        List<JsonNode> history = history(slipway, number);
        for (int i = 0; i < history.size(); i++) {
            assertThat(history.get(i).get("sequence").asInt()).isEqualTo(i + 1);
            assertThat(history.get(i).get("intact").asBoolean()).isTrue();
        }
        STATUS_AFTER.forEach((step, status) -> {
            long lines = history.stream()
                    .filter(line -> status.equals(line.path("statusAfter").asText()))
                    .count();
            int acknowledged = (int)
                    driver.acknowledged(number).stream().filter(step::equals).count();
            assertThat(lines).as("%s of %s", step, number).isBetween((long) acknowledged, 1L);
        });
    }

    private static void assertCanGoOn(SlipwayClient slipway, String number) {
        JsonNode release = ReleaseStory.of(slipway, number).record();
        boolean ended = release.get("status").asText().equals("CONCLUDED");
        boolean waitsForItsWindow = release.get("status").asText().equals("IN_EXECUTION");
        int tasks = release.get("currentTasks").size();
        assertThat(tasks).as("tasks of %s", release).isBetween(ended || waitsForItsWindow ? 0 : 1, ended ? 0 : 1);
        assertThat(runningLifecycles(slipway, number)).isEqualTo(ended ? 0 : 1);
    }

    private static int runningLifecycles(SlipwayClient slipway, String number) {
        return slipway.as("admin")
                .get("/engine-rest/process-instance/count?processDefinitionKey=release-lifecycle&businessKey=" + number)
                .expect(200)
                .json()
                .get("count")
                .asInt();
    }

    private static List<JsonNode> history(SlipwayClient slipway, String number) {
        List<JsonNode> lines = new ArrayList<>();
        slipway.as("manager")
                .get("/api/releases/" + number + "/history?limit=200")
                .expect(200)
                .json()
                .get("items")
                .forEach(lines::add);
        return lines;
    }
}
