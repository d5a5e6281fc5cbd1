package org.slipway.webapps;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.admin.impl.web.AdminApplication;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.engine.rest.impl.DefaultProcessEngineRestServiceImpl;
import org.camunda.bpm.tasklist.impl.web.TasklistApplication;
import org.camunda.bpm.welcome.impl.web.WelcomeApplication;
import org.junit.jupiter.api.Test;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;
import org.slipway.webapps.EngineEndpoints.Endpoint;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An auditor reads everything of the engine and changes nothing, by its REST and by the webapps, where it would let
 * everybody who is logged in do some of it. What a newer engine brings is tried here by itself.
 */
@SlipwayTest
class AuditorAtTheEngineTest {

    private static final String GET = "GET";

    /** Lists that can also be asked for by POST, each with its count. */
    private static final List<String> LISTS = List.of(
            "case-execution",
            "case-instance",
            "execution",
            "external-task",
            "group",
            "history/activity-instance",
            "history/case-instance",
            "history/external-task-log",
            "history/job-log",
            "history/process-instance",
            "history/task",
            "history/variable-instance",
            "job",
            "job-definition",
            "process-instance",
            "task",
            "variable-instance");

    /** What else is no GET and asks only, or is his own. */
    private static final List<String> OTHERS = List.of(
            "POST /filter/{id}/count",
            "POST /filter/{id}/list",
            "POST /filter/{id}/singleResult",
            "POST /history/detail",
            "POST /identity/password-policy",
            "POST /migration/generate",
            "POST /migration/validate",
            "POST /schema/log",
            "PUT /user/{id}/credentials");

    private static final String REST = "/engine-rest";
    private static final String WEBAPPS = "/camunda/api/engine/engine/default";

    private final SlipwayClient slipway;
    private final SlipwayClient auditor;
    private final JdbcClient jdbc;
    private final BrowserSession browser;

    AuditorAtTheEngineTest(SlipwayClient slipway, JdbcClient jdbc, @LocalServerPort int port) {
        this.slipway = slipway;
        this.auditor = slipway.as("auditor");
        this.jdbc = jdbc;
        this.browser = new BrowserSession("http://localhost:" + port).login("auditor");
        browser.page("/camunda/app/cockpit/default/");
    }

    @Test
    void readsEverythingAndChangesNothingWhicheverDoorIsUsed() {
        ReleaseStory release = ReleaseStory.registered(slipway);
        Map<String, String> before = EverythingKept.in(jdbc);
        Collection<String> questions = questions();
        Set<String> found = new TreeSet<>();
        Addresses addresses = new Addresses(
                Map.of("key", "release-lifecycle", "userId", "auditor"),
                path -> call(GET, REST + path + "?maxResults=1", "application/json")
                        .body());
        for (Endpoint each : EngineEndpoints.of(List.of(DefaultProcessEngineRestServiceImpl.class))) {
            String own = each.path().startsWith("/user/") ? each.path().replace("{id}", "auditor") : each.path();
            String path = addresses.of(own);
            String name = each.method() + " " + each.path();
            if (each.method().equals(GET)) {
                assertThat(statusAt(REST + path, each)).as(name).isNotIn(401, 403);
            } else if (!each.method().equals("OPTIONS")) {
                assertThat(List.of(statusAt(REST + path, each), statusAt(WEBAPPS + path, each)))
                        .as(name)
                        .allMatch(status -> (status == 403) != questions.contains(name));
                found.add(name);
            }
        }
        assertThat(found).containsAll(questions).hasSizeGreaterThan(200);
        assertThat(EverythingKept.in(jdbc)).isEqualTo(before);
        assertThat(release.openTasks()).containsExactly("planRelease");
    }

    @Test
    void readsWhatTheWebappsAskOnTheirOwn() {
        Map<String, Set<Class<?>>> webapps = Map.of(
                "cockpit", new CockpitApplication().getClasses(),
                "tasklist", new TasklistApplication().getClasses(),
                "admin", new AdminApplication().getClasses(),
                "welcome", new WelcomeApplication().getClasses());
        Set<String> shut = new TreeSet<>();
        webapps.forEach((name, resources) -> EngineEndpoints.of(resources).forEach(each -> {
            String path = "/camunda/api/" + name
                    + each.path()
                            .replaceAll("\\{(engine|processEngineName)}", "default")
                            .replaceAll("\\{[^}]+}", "x");
            // A file of a plugin that is not there is shut to everybody; logging out would end the test.
            if (!path.matches(".*(/logout|/static/x)")
                    && call(each.method(), path, each.consumes()).status() == 403) {
                shut.add(each.method() + " " + each.path());
            }
        }));
        // Neither a second login nor the page that would make the first user.
        assertThat(shut)
                .containsExactlyInAnyOrder(
                        "POST /auth/user/{processEngineName}/login/{appName}", "POST /setup/{engine}/user/create");
    }

    @Test
    void changesHisOwnPasswordAndNothingElseOfPeople() {
        Map<String, String> same =
                Map.of("password", SlipwayClient.PASSWORD, "authenticatedUserPassword", SlipwayClient.PASSWORD);
        auditor.put("/engine-rest/user/auditor/credentials", same).expect(204);
        auditor.put("/engine-rest/user/operator/credentials", same).expect(403);
        auditor.put("/engine-rest/user/auditor/profile", Map.of("id", "auditor", "lastName", "Other"))
                .expect(403);
        auditor.delete("/engine-rest/user/auditor").expect(403);
    }

    private int statusAt(String path, Endpoint endpoint) {
        return call(endpoint.method(), path, endpoint.consumes()).status();
    }

    private static Collection<String> questions() {
        return Stream.concat(
                        LISTS.stream().flatMap(list -> Stream.of("POST /" + list, "POST /" + list + "/count")),
                        OTHERS.stream())
                .toList();
    }

    private record Told(int status, String body) {}

    /** By Basic at the engine's REST, by the login of the browser everywhere else. */
    private Told call(String method, String path, String type) {
        boolean parts = type.startsWith("multipart");
        String kind = parts ? type + "; boundary=x" : type;
        String body = parts
                ? "--x\r\nContent-Disposition: form-data; name=\"data\"; filename=\"a\"\r\n\r\na\r\n--x--\r\n"
                : "{}";
        if (!path.startsWith("/engine-rest/")) {
            HttpResponse<String> answer = browser.webapp(method, path, kind, body);
            return new Told(answer.statusCode(), answer.body());
        }
        SlipwayClient client = auditor.with("Content-Type", kind);
        SlipwayClient.Answer answer = switch (method) {
            case "POST" -> client.post(path, body);
            case "PUT" -> client.put(path, body);
            case "DELETE" -> client.delete(path);
            default -> auditor.get(path);
        };
        return new Told(answer.status(), answer.text());
    }
}
