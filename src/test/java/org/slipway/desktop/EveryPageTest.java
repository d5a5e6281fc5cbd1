package org.slipway.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Controller;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Every page that there is, opened as every kind of person, who finds what he may see and nothing else. */
@SlipwayTest
class EveryPageTest {

    private static final String HOSTILE = "<script>alert(1)</script>${7*7}";

    private static final List<String> PEOPLE =
            List.of("requester", "operator", "approver", "manager", "modeler", "auditor", "admin");

    /** A page, and what each of the people is answered there, in their order. */
    private static final String WHO_MAY_OPEN_WHAT = """
            /                                   200 200 200 200 200 200 200
            /releases                           200 200 200 200 200 200 200
            /my-releases                        200 200 200 200 200 200 200
            /releases/new                       200 302 302 200 302 302 200
            /releases/new?model=standard        200 302 302 200 302 302 200
            /releases/new?model=unknown         400 302 302 400 302 302 400
            /releases/new?portfolio=unknown     404 302 302 404 302 302 404
            /releases/{number}                  200 200 200 200 200 200 200
            /releases/REL-999999                404 404 404 404 404 404 404
            /releases/{number}/edit             200 302 302 200 302 302 200
            /exports                            200 200 200 200 200 200 200
            /board                              200 200 200 200 200 200 200
            /board/column?phase=unknown         400 400 400 400 400 400 400
            /board/cards/unknown                400 400 400 400 400 400 400
            /calendar                           200 200 200 200 200 200 200
            /calendar/releases/{number}         200 200 200 200 200 200 200
            /insights                           200 200 200 200 200 200 200
            /cmdb                               200 200 200 200 200 200 200
            /cmdb?key=imports                   200 200 200 200 200 200 200
            /cmdb/unknown                       200 200 200 200 200 200 200
            /cmdb/imports                       200 200 200 200 200 200 200
            /cmdb/baselines                     200 200 200 200 200 200 200
            /portfolio                          200 200 200 200 200 200 200
            /portfolio/general                  200 200 200 200 200 200 200
            /administration                     403 200 403 200 403 200 200
            /administration/justifications      403 404 403 200 403 200 200
            /administration/units               403 404 403 200 403 200 200
            /administration/classes             403 200 403 200 403 200 200
            /administration/rights              403 404 403 404 403 200 200
            /administration/rights-report       403 404 403 404 403 200 200
            /administration/unknown             403 404 403 404 403 404 404
            """;

    private final SlipwayClient slipway;
    private final RequestMappingHandlerMapping routes;
    private String release = "";

    EveryPageTest(SlipwayClient slipway, RequestMappingHandlerMapping requestMappingHandlerMapping) {
        this.slipway = slipway;
        this.routes = requestMappingHandlerMapping;
    }

    @BeforeEach
    void thereIsARelease() {
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        registration.put("title", HOSTILE + " \u202Eright to left 🚀");
        registration.put("description", (HOSTILE + " ").repeat(300));
        release = ReleaseStory.registered(slipway, registration).number();
    }

    @ParameterizedTest
    @CsvSource({"requester,en", "operator,es", "approver,pt-BR", "manager,en", "modeler,es", "auditor,pt-BR", "admin,en"
    })
    void opensOrSaysWhyNotInTheReadersLanguage(String person, String language) {
        int column = PEOPLE.indexOf(person);
        answers().forEach((page, expected) -> {
            SlipwayClient.Answer answer = slipway.as(person)
                    .with("Accept", "text/html")
                    .with("Accept-Language", language)
                    .get(page);

            assertThat(answer.status()).as(person + " at " + page).isEqualTo(expected.get(column));
            // Who may not edit is shown the record.
            assertThat(answer.header("Location").orElse(""))
                    .as(person + " at " + page)
                    .doesNotContain("/login");
            // What has no text in a language would be shown as its key.
            assertThat(answer.text()).as(person + " at " + page).doesNotContain("??", HOSTILE);
        });
    }

    /** A page that comes later has to say above who may open it. */
    @Test
    void standsInTheTable() {
        Set<String> listed = answers().keySet();

        assertThat(patterns()).contains("/", "/releases").allSatisfy(pattern -> {
            PathPattern route = PathPatternParser.defaultInstance.parse(pattern);
            assertThat(listed)
                    .as(pattern)
                    .anyMatch(page -> route.matches(PathContainer.parsePath(page.replaceFirst("\\?.*", ""))));
        });
    }

    @Test
    void isForNobodyWhoHasNotLoggedIn() {
        for (String page : answers().keySet()) {
            assertThat(slipway.with("Accept", "text/html").get(page).status())
                    .as(page)
                    .isEqualTo(302);
        }
    }

    /** What list and record offer is what the API says that the person may do, and what it lets him do. */
    @ParameterizedTest
    @CsvSource({"requester", "operator", "approver", "manager", "auditor", "admin"})
    void offersWhatTheApiGrants(String person) {
        ReleaseStory captured = ReleaseStory.registered(slipway);
        slipway.as("operator")
                .post("/api/tasks/" + captured.task("planRelease") + "/claim")
                .expect(200);
        ReleaseStory followed = ReleaseStory.registered(slipway).planned();
        slipway.as(person).post(followed.path() + "/followers").expect(200);

        for (ReleaseStory each : List.of(
                ReleaseStory.of(slipway, release),
                captured,
                followed,
                ReleaseStory.registered(slipway).suspended(),
                ReleaseStory.registered(slipway).planned().approved(),
                ReleaseStory.registered(slipway).cancelled())) {
            String as = person + " at " + each.status();
            Set<String> granted = granted(person, each);
            Document list = opened(person, "/releases?text=" + each.number());
            Document record = opened(person, "/releases/" + each.number());

            assertThat(offered(list, each)).as("%s, list", as).isEqualTo(granted);
            assertThat(offered(record, each)).as("%s, record", as).isEqualTo(granted);
            assertThat(list.select("[data-claim]").eachAttr("data-claim"))
                    .as("%s, capturing", as)
                    .isEqualTo(capturable(person, each));
        }
    }

    private Document opened(String person, String page) {
        return Jsoup.parse(slipway.as(person)
                .with("Accept", "text/html")
                .get(page)
                .expect(200)
                .text());
    }

    private static Set<String> offered(Document page, ReleaseStory release) {
        Set<String> offered = new TreeSet<>(page.select("[data-sw-release=" + release.number() + "][data-sw-action]")
                .eachAttr("data-sw-action"));
        // A hold is placed and lifted on the record alone.
        offered.removeAll(Set.of("HOLD", "LIFT_HOLD"));
        return offered;
    }

    private Set<String> granted(String person, ReleaseStory release) {
        Set<String> granted = new TreeSet<>();
        slipway.as(person)
                .get(release.path())
                .expect(200)
                .json()
                .path("actions")
                .forEach(action -> granted.add(action.asText()));
        // Edited and linked is on pages of their own; whether something is shared the command itself tells.
        granted.removeAll(Set.of("EDIT", "LINK", "DOCUMENT", "HOLD", "LIFT_HOLD", "SHARE"));
        for (JsonNode task : release.record().path("currentTasks")) {
            String path = "/api/tasks/" + task.path("id").asText() + "/delegation";
            if (slipway.as(person).post(path, Map.of()).status() == 400) {
                granted.add("SHARE");
            }
        }
        boolean follows =
                slipway.as(person).get(release.path() + "/followers").text().contains("\"" + person + "\"");
        granted.add(follows ? "UNFOLLOW" : "FOLLOW");
        return granted;
    }

    /** What he can capture, found out by doing it and giving it back. */
    private List<String> capturable(String person, ReleaseStory release) {
        List<String> captured = new ArrayList<>();
        for (JsonNode task : release.record().path("currentTasks")) {
            String path = "/api/tasks/" + task.path("id").asText() + "/claim";
            if (task.path("assignee").isNull() && slipway.as(person).post(path).status() == 200) {
                captured.add(task.path("id").asText());
                slipway.as(person).delete(path).expect(200);
            }
        }
        return captured;
    }

    /** What each of the people is answered at each page. */
    private Map<String, List<Integer>> answers() {
        Map<String, List<Integer>> answers = new LinkedHashMap<>();
        WHO_MAY_OPEN_WHAT.lines().forEach(line -> {
            List<String> cells = List.of(line.strip().split("\\s+"));
            answers.put(
                    cells.get(0).replace("{number}", release),
                    cells.stream().skip(1).map(Integer::valueOf).toList());
        });
        return answers;
    }

    private Set<String> patterns() {
        return routes.getHandlerMethods().entrySet().stream()
                .filter(route -> route.getValue().getBeanType().isAnnotationPresent(Controller.class))
                .filter(route -> route.getValue().getBeanType().getPackageName().startsWith("org.slipway.desktop"))
                .flatMap(route -> route.getKey().getPatternValues().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
