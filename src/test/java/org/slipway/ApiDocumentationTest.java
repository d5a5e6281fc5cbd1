package org.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;

@SlipwayTest
class ApiDocumentationTest {

    private final SlipwayClient slipway;

    ApiDocumentationTest(SlipwayClient slipway) {
        this.slipway = slipway;
    }

    @Test
    void describesEveryRoomsRestToThoseWhoMayLogIn() {
        JsonNode document =
                slipway.as("operator").get("/v3/api-docs").expect(200).json();

        assertThat(document.path("openapi").asText()).startsWith("3.");
        assertThat(document.path("paths").fieldNames())
                .toIterable()
                .contains("/api/releases", "/api/tasks/{id}/completion", "/api/justifications")
                .allMatch(path -> path.startsWith("/api/"));
        assertThat(document.at("/components/schemas").size()).isGreaterThan(20);
    }
}
