package org.slipway.webapps;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayClient.Answer;
import org.slipway.support.SlipwayTest;

@SlipwayTest
class DoorsTest {

    private final SlipwayClient slipway;

    DoorsTest(SlipwayClient slipway) {
        this.slipway = slipway;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/me",
                "/api/people",
                "/api/releases",
                "/api/nothing/of/the/kind",
                "/engine-rest",
                "/engine-rest/",
                "/engine-rest/engine",
                "/engine-rest/task",
                "/engine-rest/deployment",
                "/engine-rest/nothing",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/cockpit/plugin/base/default/process-definition/statistics",
                "/camunda/api/tasklist/plugin/tasklistPlugins/default/nothing",
                "/camunda/api/admin/auth/user/default",
                "/camunda/api/admin/setup/default/user/create",
                "/v3/api-docs",
                "/actuator/prometheus",
                "/actuator/info",
                "/nothing"
            })
    void letsNobodyInWithoutALogin(String path) {
        slipway.get(path).expectProblem(401, "login-required");
        slipway.with("Accept", "application/xml").get(path).expect(401);
        // Our own chain looks for the token first.
        int refusal = slipway.post(path, "{}").status();
        assertThat(refusal).isIn(401, 403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/engine-rest/process-definition/key/release-lifecycle/start", "/engine-rest/deployment/create"})
    void letsNobodyChangeTheEngineWithoutALogin(String path) {
        slipway.post(path, "{}").expectProblem(401, "login-required");
    }

    @Test
    void answersToNobodyWithAWrongPasswordOrAnUnknownName() {
        slipway.as("operator", "wrong").get("/api/me").expectProblem(401, "login-required");
        slipway.as("nobody", "wrong").get("/engine-rest/task").expectProblem(401, "login-required");
        slipway.as("", "").get("/api/me").expect(401);
    }

    @Test
    void tellsMachinesToUseBasicAndBrowsersNot() {
        assertThat(slipway.get("/api/me").header("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Basic"));
        assertThat(slipway.with("Sec-Fetch-Site", "same-origin").get("/api/me").header("WWW-Authenticate"))
                .isEmpty();
        assertThat(slipway.with("Accept", "text/html")
                        .get("/engine-rest/engine")
                        .header("WWW-Authenticate"))
                .isEmpty();
    }

    @Test
    void sendsWhatABrowserHasOnlyOnce() {
        Answer first = slipway.get("/js/desktop.js").expect(200);

        assertThat(first.header("Cache-Control")).hasValue("no-cache");
        slipway.with("If-Modified-Since", first.header("Last-Modified").orElseThrow())
                .get("/js/desktop.js")
                .expect(304);
    }

    @Test
    void showsHealthToEverybodyButNoDetails() {
        slipway.get("/actuator/health/liveness").expect(200);
        slipway.get("/actuator/health/readiness").expect(200);
        assertThat(slipway.get("/actuator/health").expect(200).json().has("components"))
                .isFalse();
        slipway.get("/actuator/health/db").expect(401);
    }

    @Test
    void makesNoSessionForMachines() {
        Answer answer = slipway.as("operator").get("/api/me").expect(200);

        assertThat(answer.header("Set-Cookie").orElse("")).doesNotContain("SESSION");
        assertThat(slipway.as("operator").get("/engine-rest/engine").expect(200).header("Set-Cookie"))
                .isEmpty();
    }

    @Test
    void protectsItsPagesByHeaders() {
        Answer page = slipway.get("/login").expect(200);

        assertThat(page.header("Content-Security-Policy"))
                .hasValueSatisfying(
                        policy -> assertThat(policy).contains("default-src 'self'", "frame-ancestors 'none'"));
        assertThat(page.header("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.header("X-Frame-Options")).hasValue("DENY");
        assertThat(page.header("Referrer-Policy")).hasValue("same-origin");
    }

    @Test
    void hasClosedTheWebappsOwnFirstUserPage() {
        slipway.as("admin")
                .post("/camunda/api/admin/setup/default/user/create", "{}")
                .expect(401);
    }
}
