package org.slipway.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slipway.support.Chromium;
import org.slipway.support.InBrowser;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;
import org.springframework.core.env.Environment;

/** Whoever opens Tasklist reads it in the language of their browser, with the words of the glossary. */
@SlipwayTest
@InBrowser
class TasklistLanguagesIT {

    private static final Pattern BARE_KEY = Pattern.compile("\\bSW_[A-Z_]+");

    private final String baseUrl;
    private final SlipwayClient slipway;

    TasklistLanguagesIT(Environment environment, SlipwayClient slipway) {
        this.baseUrl = "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
        this.slipway = slipway;
    }

    static Stream<Arguments> languages() {
        return Stream.of(
                Arguments.of(
                        "en",
                        List.of("Outcome", "Solved", "Not solved", "Claim the task"),
                        List.of("Executed", "Impact: High", "Executor group"),
                        List.of("Suspend", "Cancel release")),
                Arguments.of(
                        "es",
                        List.of("Resultado", "Resuelta", "No resuelta", "tarea"),
                        List.of("Ejecutada", "Impacto: Alt", "Grupo ejecutor"),
                        List.of("Suspender", "Cancelar")),
                Arguments.of(
                        "pt-BR",
                        List.of("Resultado", "Resolvida", "Não resolvida", "Capture a tarefa"),
                        List.of("Executada", "Impacto: Alta", "Grupo executor"),
                        List.of("Suspender", "Cancelar liberação")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("languages")
    void speaksTheLanguageOfTheBrowser(
            String language, List<String> form, List<String> facts, List<String> actions, Chromium chromium) {
        ReleaseStory release = ReleaseStory.registered(slipway).until("homologateRelease");
        Tasklist manager = Tasklist.of(chromium, language, baseUrl, "manager");
        Page page = manager.page();

        manager.follow(release.task("homologateRelease"), release.number());
        form.forEach(word -> assertThat(manager.form()).containsText(word));
        facts.forEach(word -> assertThat(manager.form().locator(".sw-facts")).containsText(word));
        showsNoBareKey(page);

        ReleasesDialog dialog = manager.releases().find(release.number());
        actions.forEach(
                word -> assertThat(dialog.detail().locator(".sw-action-bar")).containsText(word));
        showsNoBareKey(page);
        dialog.close();

        Locator registration = manager.startRelease();
        assertThat(registration).not().containsText(BARE_KEY);
        showsNoBareKey(page);
        assertThat(chromium.errors()).isEmpty();
    }

    private static void showsNoBareKey(Page page) {
        assertThat(page.locator("body").innerText()).doesNotContainPattern(BARE_KEY);
    }
}
