package org.slipway.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;

/** Tasklist's list asks once which releases its tasks are about. */
@SlipwayTest
@OnBothDatabases
class ReleasesOfTasksTest {

    private final SlipwayClient slipway;

    ReleasesOfTasksTest(SlipwayClient slipway) {
        this.slipway = slipway;
    }

    @Test
    void findsTheReleasesOfSeveralTasksAtOnce() {
        ReleaseStory planned = ReleaseStory.registered(slipway).planned();
        ReleaseStory registered = ReleaseStory.registered(slipway);
        ReleaseStory.registered(slipway);

        JsonNode found = releasesOf(planned.task("approveRelease"), registered.task("planRelease"));

        assertThat(found.findValuesAsText("number")).containsExactly(registered.number(), planned.number());
    }

    @Test
    void findsNoneForATaskThatIsDone() {
        ReleaseStory release = ReleaseStory.registered(slipway);
        String done = release.task("planRelease");
        release.planned();

        assertThat(releasesOf(done, "no-such-task")).isEmpty();
    }

    private JsonNode releasesOf(String first, String second) {
        return slipway.as("operator")
                .get("/api/releases?task=" + first + "&task=" + second)
                .expect(200)
                .json()
                .path("items");
    }
}
