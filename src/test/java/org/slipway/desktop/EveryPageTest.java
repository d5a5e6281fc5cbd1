package org.slipway.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.springframework.stereotype.Controller;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every page that there is, opened as every kind of person; a page that comes later is opened here by itself. */
@SlipwayTest
class EveryPageTest {

    private static final String HOSTILE = "<script>alert(1)</script>${7*7}";

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
        for (String page : pages()) {
            SlipwayClient.Answer answer = slipway.as(person)
                    .with("Accept", "text/html")
                    .with("Accept-Language", language)
                    .get(page);

            // 400: the address takes one of a few words, and "unknown" is none of them.
            assertThat(answer.status()).as(person + " at " + page).isIn(200, 302, 400, 403, 404);
            // Who may not edit is shown the record.
            assertThat(answer.header("Location").orElse(""))
                    .as(person + " at " + page)
                    .doesNotContain("/login");
            // What has no text in a language would be shown as its key.
            assertThat(answer.text()).as(person + " at " + page).doesNotContain("??", HOSTILE);
        }
    }

    @Test
    void isForNobodyWhoHasNotLoggedIn() {
        for (String page : pages()) {
            assertThat(slipway.with("Accept", "text/html").get(page).status())
                    .as(page)
                    .isEqualTo(302);
        }
    }

    /** What the record offers is what the API says that the person may do. */
    @ParameterizedTest
    @CsvSource({"requester", "operator", "approver", "manager", "auditor", "admin"})
    void offersWhatTheApiGrants(String person) {
        JsonNode granted = slipway.as(person)
                .get("/api/releases/" + release)
                .expect(200)
                .json()
                .path("actions");
        Set<String> commands =
                Set.of("SUSPEND", "REACTIVATE", "CANCEL", "REOPEN", "START_EARLY", "ADD_ACTIVITY", "SHARE");
        Set<String> expected = new TreeSet<>();
        granted.forEach(action -> expected.add(action.asText()));
        expected.retainAll(commands);

        for (String page : List.of("/releases?text=" + release, "/releases/" + release)) {
            Document shown = Jsoup.parse(slipway.as(person)
                    .with("Accept", "text/html")
                    .get(page)
                    .expect(200)
                    .text());
            Set<String> offered = new TreeSet<>(shown.select("[data-sw-release=" + release + "][data-sw-action]")
                    .eachAttr("data-sw-action"));
            offered.retainAll(commands);
            assertThat(offered).as(page).isEqualTo(expected);
        }
    }

    private Set<String> pages() {
        Set<String> pages = routes.getHandlerMethods().entrySet().stream()
                .filter(route -> route.getValue().getBeanType().isAnnotationPresent(Controller.class))
                .filter(route -> route.getValue().getBeanType().getPackageName().startsWith("org.slipway.desktop"))
                .flatMap(route -> route.getKey().getPatternValues().stream())
                .map(path -> path.replace("{number}", release).replaceAll("\\{\\*?\\w+}", "unknown"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(pages).contains("/", "/releases");
        return pages;
    }
}
