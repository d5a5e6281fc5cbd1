package org.slipway.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slipway.support.Chromium;
import org.slipway.support.InBrowser;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;
import org.springframework.core.env.Environment;

/** What each kind of person does on our own pages. */
@SlipwayTest
@InBrowser
class DesktopStoryIT {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private final String baseUrl;
    private final SlipwayClient slipway;

    DesktopStoryIT(Environment environment, SlipwayClient slipway) {
        this.baseUrl = "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
        this.slipway = slipway;
    }

    @Test
    void theRequesterSeesWhatHeAskedForAndAuthorisesItInTasklist(Chromium chromium) {
        ReleaseStory release = ReleaseStory.registered(slipway).planned().approved();
        Page page = home(chromium, "en", "requester");

        assertThat(page.locator("section[aria-labelledby=asked]")).containsText(release.number());
        Locator task = page.locator("section[aria-labelledby=waiting] tr", containing(release.number()));
        assertThat(task).containsText("Authorise release");
        task.getByRole(AriaRole.LINK).first().click();

        page.waitForURL(Pattern.compile(".*/tasklist/.*task=" + release.task("authoriseRelease") + ".*"));
        assertThat(page.locator(".task-card h2.task")).hasText("Authorise release");
        page.locator("a.sw-desktop-link").click();
        page.waitForURL(baseUrl + "/");
        assertThat(chromium.errors()).isEmpty();
    }

    @Test
    void theOperatorCapturesATaskFromTheListWithTheKeyboard(Chromium chromium) {
        ReleaseStory release = ReleaseStory.registered(slipway);
        Page page = home(chromium, "en", "operator");

        page.keyboard().press("/");
        page.keyboard().type(release.number());
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/releases\\?text=.*"));
        page.keyboard().press("j");
        assertThat(page.locator("#open-" + release.number())).isFocused();
        menu(page, release).click();
        page.getByRole(AriaRole.BUTTON, named("Capture task")).click();
        assertThat(page.locator("#" + release.number() + " [data-claim]")).hasCount(0);

        menu(page, release).click();
        assertThat(page.getByRole(AriaRole.LINK, named("Start/Run task"))).isVisible();
        assertThat(slipway.as("operator")
                        .get("/api/releases/" + release.number())
                        .json()
                        .at("/currentTasks/0/assignee")
                        .asText())
                .isEqualTo("operator");
    }

    @Test
    void theApproverFindsWhatWaitsForHimAndMayNotDoWhatOnlyTheManagerMay(Chromium chromium) {
        ReleaseStory release = ReleaseStory.registered(slipway).planned();
        Page page = home(chromium, "es", "approver");

        assertThat(page.locator("section[aria-labelledby=waiting] tr", containing(release.number())))
                .containsText("Aprobar liberación");
        page.navigate(baseUrl + "/releases?text=" + release.number());
        menu(page, release).click();
        assertThat(page.getByRole(AriaRole.BUTTON, named("Seguir"))).isVisible();
        assertThat(page.getByRole(AriaRole.BUTTON, named("Suspender"))).hasCount(0);
    }

    @ParameterizedTest
    @CsvSource({
        "en, Suspend, Suspended, Reactivate, Cancel release, Cancelled",
        "es, Suspender, Suspendida, Reactivar, Cancelar liberación, Cancelada",
        "pt-BR, Suspender, Suspensa, Reativar, Cancelar liberação, Cancelada",
    })
    void theManagerSuspendsReactivatesAndCancelsFromTheList(
            String language,
            String suspend,
            String suspended,
            String reactivate,
            String cancel,
            String cancelled,
            Chromium chromium) {
        ReleaseStory release = ReleaseStory.registered(slipway);
        Page page = home(chromium, language, "manager");
        page.navigate(baseUrl + "/releases?text=" + release.number());
        Locator status = page.locator("#" + release.number() + " .sw-status");

        choose(page, release, "SUSPEND", suspend);
        // Sent without what it needs, it says so, and nothing is lost.
        Locator dialog = page.locator("dialog[open]");
        dialog.locator("textarea").fill("The supplier is late");
        dialog.locator("button[type=submit], .btn-primary").first().click();
        assertThat(dialog.locator("textarea")).hasValue("The supplier is late");
        dialog.locator("select").selectOption(new SelectOption().setIndex(1));
        dialog.locator("button[type=submit], .btn-primary").first().click();
        assertThat(status).hasText(suspended);

        choose(page, release, "REACTIVATE", reactivate);
        page.locator("dialog[open] .btn-primary").first().click();
        assertThat(status).not().hasText(suspended);

        choose(page, release, "CANCEL", cancel);
        page.locator("dialog[open] textarea").fill("Not needed any more");
        page.locator("dialog[open] button")
                .filter(new Locator.FilterOptions().setHasText(cancel))
                .last()
                .click();
        assertThat(status).hasText(cancelled);
        assertThat(chromium.errors()).isEmpty();
    }

    @Test
    void theManagerTakesWhatHeSeesAlongAsAFile(Chromium chromium) throws IOException {
        ReleaseStory release = ReleaseStory.registered(slipway);
        Page page = home(chromium, "es", "manager");
        page.navigate(baseUrl + "/releases?text=" + release.number());

        page.getByRole(AriaRole.BUTTON, named("Exportar")).click();
        Download file =
                page.waitForDownload(() -> page.locator("[data-export=CSV]").click());

        assertThat(Files.readString(file.path())).contains(release.number(), "Registrada");
        assertThat(page.locator(".sw-notice")).containsText("1 liberaciones");
        assertThat(chromium.errors()).isEmpty();
    }

    @Test
    void theAdministratorChoosesHisLanguageAndHisColumns(Chromium chromium) {
        ReleaseStory.registered(slipway);
        Page page = home(chromium, "en", "admin");

        page.locator("[data-language-choice=pt]").evaluate("each => each.click()");
        assertThat(page.locator("h1")).hasText("Meu trabalho");
        page.navigate(baseUrl + "/releases");
        page.getByRole(AriaRole.BUTTON, named("Colunas")).click();
        page.locator("#column-phase").uncheck();
        assertThat(page.locator("thead th", containing("Fase"))).hasCount(0);
        page.reload();
        assertThat(page.locator("thead")).not().containsText("Fase");
        slipway.as("admin").delete("/api/preferences/worklist-columns").expect(204);
        assertThat(page.locator("html")).hasAttribute("lang", "pt-BR");
    }

    /** Registered on our pages, its further step done in Tasklist. */
    @Test
    void aModelBoundToAnotherFlowIsRegisteredHereAndRunsItInTasklist(Chromium chromium) {
        offerPilot("ACTIVE");
        String change = ReleaseStory.change(slipway);
        Page page = home(chromium, "en", "requester");
        page.navigate(baseUrl + "/releases/new");
        page.locator("#model").selectOption("pilot");
        assertThat(page.locator("#executorGroup")).hasValue("operations");
        page.locator("#title").fill("Route planner 3");
        page.locator("#description").fill("First for the depot in Valencia");
        page.locator("#risk").selectOption("LOW");
        page.locator("#changes").pressSequentially(change);
        page.locator(".sw-suggestions [role=option]").first().click();
        LocalDateTime now = LocalDateTime.now().plusMinutes(2);
        page.locator("#planning-start").fill(now.format(MINUTES));
        page.locator("#planning-end").fill(now.plusHours(1).format(MINUTES));
        page.locator("#deployment-start").fill(now.format(MINUTES));
        page.locator("#deployment-end").fill(now.plusHours(8).format(MINUTES));
        page.locator(".sw-register-foot [type=submit]").click();
        page.waitForURL(Pattern.compile(".*/releases/REL-\\d+"));

        ReleaseStory release = ReleaseStory.of(slipway, page.url().replaceFirst(".*/", ""));
        release.planned().approved().authorised();
        release.post("manager", "early-start", Map.of("reason", "Agreed")).expect(200);
        release.executed().tested();
        Tasklist operator = Tasklist.of(chromium, "en", baseUrl, "operator");
        operator.follow(release.task("extendRelease"), release.number()).claim();
        operator.choose("SOLVED").answer("executionRecord", "In every depot").complete();

        page.reload();
        assertThat(page.locator("#content")).containsText("Homologate release");
        release.homologated().accepted();
        page.reload();
        assertThat(page.locator("[aria-current=step]")).containsText("Concluded");
        assertThat(chromium.errors()).isEmpty();
    }

    /** Other tests count on one model to choose. */
    @AfterEach
    void thereIsOneModelAgain() {
        offerPilot("RETIRED");
    }

    private void offerPilot(String status) {
        String model = "/api/portfolios/general/models/pilot";
        if (!slipway.as("manager").get(model).json().path("status").asText().equals("NEW") || status.equals("ACTIVE")) {
            slipway.as("manager").patch(model, Map.of("status", status)).expect(200);
        }
    }

    private Page home(Chromium chromium, String language, String person) {
        Page page = chromium.open(language, baseUrl + "/");
        Tasklist.logIn(page, person);
        page.waitForURL(baseUrl + "/");
        return page;
    }

    private static void choose(Page page, ReleaseStory release, String action, String label) {
        menu(page, release).click();
        Locator item = page.locator("[data-sw-release=" + release.number() + "][data-sw-action=" + action + "]");
        assertThat(item).hasText(label);
        item.click();
        assertThat(page.locator("dialog[open]")).containsText(release.number());
    }

    private static Locator menu(Page page, ReleaseStory release) {
        return page.locator("#menu-" + release.number());
    }

    private static Page.LocatorOptions containing(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
