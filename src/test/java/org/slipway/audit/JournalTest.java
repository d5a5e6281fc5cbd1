package org.slipway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;

@SlipwayTest
@OnBothDatabases
class JournalTest {

    private final SlipwayClient slipway;

    JournalTest(SlipwayClient slipway) {
        this.slipway = slipway;
    }

    @Test
    void isWholeWhenNobodyHasBentIt() {
        ReleaseStory release = ReleaseStory.registered(slipway).planned().approved();

        JsonNode whole =
                slipway.as("auditor").get("/api/audit/verification").expect(200).json();
        assertThat(whole.path("broken")).as(whole.toPrettyString()).isEmpty();
        assertThat(whole.path("valid").asBoolean()).isTrue();
        JsonNode one = slipway.as("auditor")
                .get("/api/audit/verification?release=" + release.number())
                .expect(200)
                .json();
        assertThat(one.path("valid").asBoolean()).as(one.toPrettyString()).isTrue();
        assertThat(one.path("lines").asInt())
                .isEqualTo(slipway.as("auditor")
                        .get(release.path() + "/history")
                        .expect(200)
                        .json()
                        .path("items")
                        .size());
    }
}
