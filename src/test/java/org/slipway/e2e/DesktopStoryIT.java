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
import java.util.List;
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

    private static final String DEPOTS = "depots";
    private static final String GROUPS = "My groups' tasks";
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private final String baseUrl;
    private final SlipwayClient slipway;

    DesktopStoryIT(Environment environment, SlipwayClient slipway) {
        this.baseUrl = "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
        this.slipway = slipway;
    }

    @Test
    void theRequesterRegistersAReleaseAndAuthorisesItInTasklist(Chromium chromium) {
        Page page = open(chromium, "en", "requester", "/releases/new?model=standard");
        ReleaseStory release = register(page).planned().approved();

        Desktop.open(page, baseUrl + "/");
        assertThat(page.locator("section[aria-labelledby=asked]")).containsText(release.number());
        Tasklist tasklist = goOn(page, release, "Authorise release");
        assertThat(page.locator(".task-card h2.task")).hasText("Authorise release");
        tasklist.choose("GO").complete();
        assertThat(release.status()).isEqualTo("IN_EXECUTION");

        page.locator("a.sw-desktop-link").click();
        page.waitForURL(baseUrl + "/");
        Desktop.isReady(page);
        assertThat(waiting(page, release)).hasCount(0);
        assertThat(chromium.errors()).isEmpty();
    }

    @Test
    void theOperatorCapturesPlansAndExecutes(Chromium chromium) {
        ReleaseStory release = ReleaseStory.registered(slipway);
        Page page = home(chromium, "en", "operator");

        page.keyboard().press("/");
        page.keyboard().type(release.number());
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/releases\\?text=.*"));
        Desktop.isReady(page);
        page.keyboard().press("j");
        assertThat(page.locator("#open-" + release.number())).isFocused();
        menu(page, release).click();
        page.getByRole(AriaRole.BUTTON, named("Capture task")).click();
        assertThat(page.locator("#" + release.number() + " [data-claim]")).hasCount(0);
        assertThat(slipway.as("operator")
                        .get("/api/releases/" + release.number())
                        .json()
                        .at("/currentTasks/0/assignee")
                        .asText())
                .isEqualTo("operator");

        menu(page, release).click();
        page.getByRole(AriaRole.LINK, named("Start/Run task")).click();
        Tasklist.at(page, release.number())
                .answer("backoutPlan", "Put the old one back")
                .complete();
        assertThat(release.status()).isEqualTo("PLANNED");

        release.approved().authorised();
        Desktop.open(page, baseUrl + "/");
        goOn(page, release, "Execute release")
                .claim()
                .choose("SOLVED")
                .answer("executionRecord", "Rolled out")
                .complete();
        assertThat(release.status()).isEqualTo("EXECUTED");
        assertThat(chromium.errors()).isEmpty();
    }

    @Test
    void theApproverApprovesWhatWaitsForHimAndMayNotDoWhatOnlyTheManagerMay(Chromium chromium) {
        ReleaseStory release = ReleaseStory.registered(slipway).planned();
        Page page = home(chromium, "es", "approver");

        goOn(page, release, "Aprobar liberación")
                .claim()
                .choose("APPROVED")
                .answer("observations", "Adelante")
                .complete();
        assertThat(release.status()).isEqualTo("APPROVED");
        assertThat(release.record().path("approvedBy").asText()).isEqualTo("approver");

        Desktop.open(page, baseUrl + "/releases?text=" + release.number());
        menu(page, release).click();
        assertThat(page.getByRole(AriaRole.BUTTON, named("Seguir"))).isVisible();
        assertThat(page.getByRole(AriaRole.BUTTON, named("Suspender"))).hasCount(0);
        assertThat(chromium.errors()).isEmpty();
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
        Page page = open(chromium, language, "manager", "/releases?text=" + release.number());
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
        Page page = open(chromium, "es", "manager", "/releases?text=" + release.number());

        page.getByRole(AriaRole.BUTTON, named("Exportar")).click();
        Download file =
                page.waitForDownload(() -> page.locator("[data-export=CSV]").click());

        assertThat(Files.readString(file.path())).contains(release.number(), "Registrada");
        assertThat(page.locator(".sw-notice")).containsText("1 liberación está");
        assertThat(chromium.errors()).isEmpty();
    }

    @Test
    void everybodyChoosesALanguageAndColumns(Chromium chromium) {
        ReleaseStory.registered(slipway);
        Page page = home(chromium, "en", "operator");

        page.locator("[data-language-choice=pt]").evaluate("each => each.click()");
        assertThat(page.locator("h1")).hasText("Meu trabalho");
        Desktop.open(page, baseUrl + "/releases");
        page.getByRole(AriaRole.BUTTON, named("Colunas")).click();
        page.locator("#column-phase").uncheck();
        assertThat(page.locator("thead th", containing("Fase"))).hasCount(0);
        Desktop.reload(page);
        assertThat(page.locator("thead")).not().containsText("Fase");
        slipway.as("operator").delete("/api/preferences/worklist-columns").expect(204);
        assertThat(page.locator("html")).hasAttribute("lang", "pt-BR");

        // Tasklist speaks it, and so does a browser that is new to him.
        page.navigate(baseUrl + Tasklist.HOME);
        assertThat(page.locator(".start-process-action")).containsText("Iniciar processo");
        Page elsewhere = home(chromium, "en", "operator");
        assertThat(elsewhere.locator("h1")).hasText("Meu trabalho");
        elsewhere.locator("[data-language-choice='']").evaluate("each => each.click()");
        assertThat(elsewhere.locator("h1")).hasText("My work");
        assertThat(chromium.errors()).isEmpty();
    }

    @Test
    void everybodyReadsTimesInHisOwnZoneFromTheFirstPageOn(Chromium chromium) {
        ReleaseStory.registered(slipway);
        Page page = chromium.openIn("America/Sao_Paulo", baseUrl + "/");
        Desktop.logIn(page, "requester");

        Locator time = page.locator("section[aria-labelledby=asked] time").first();
        String shown = time.getAttribute("title");
        Desktop.reload(page);
        assertThat(time).hasAttribute("title", shown);
        Object clock = time.evaluate("each => new Date(each.dateTime)"
                + ".toLocaleTimeString('en', { timeStyle: 'short' }).split(/\\s/)[0]");
        assertThat(shown).contains(" " + clock);
    }

    /** What is granted and written down on one page is there on the next person's. */
    @Test
    void theAdministratorLetsOperatorsSuspendAndGivesThemAReason(Chromium chromium) {
        ReleaseStory release = ReleaseStory.registered(slipway);
        String reason = "Flood in the data centre " + release.number();
        Page operator = open(chromium, "en", "operator", "/releases/" + release.number());
        Locator suspend = operator.locator("[data-sw-action=SUSPEND]");
        assertThat(operator.locator("[data-sw-action=FOLLOW]")).isAttached();
        assertThat(suspend).hasCount(0);

        Page admin = open(chromium, "en", "admin", "/administration/justifications");
        admin.getByText("New justification").click();
        Locator dialog = admin.locator("dialog[open]");
        dialog.getByLabel("Description").fill(reason);
        dialog.getByLabel("Suspension").check();
        dialog.locator("[type=submit]").click();
        assertThat(admin.locator(".sw-notice")).containsText(reason);
        operatorsMaySuspend(admin, true);

        Desktop.reload(operator);
        suspend.click();
        operator.locator("dialog[open] select").selectOption(new SelectOption().setLabel(reason));
        operator.locator("dialog[open] [type=submit]").click();
        assertThat(operator.locator(".sw-notice")).containsText("is suspended");
        assertThat(release.status()).isEqualTo("SUSPENDED");

        operatorsMaySuspend(admin, false);
        release.reactivated();
        Desktop.reload(operator);
        assertThat(operator.locator("[data-sw-action=FOLLOW]")).isAttached();
        assertThat(suspend).hasCount(0);
        assertThat(chromium.errors()).isEmpty();
    }

    private void operatorsMaySuspend(Page admin, boolean granted) {
        Desktop.open(admin, baseUrl + "/administration/rights");
        admin.getByLabel("Operations: Suspend").setChecked(granted);
        admin.getByRole(AriaRole.BUTTON, named("Save")).click();
        assertThat(admin.locator(".sw-notice")).containsText("The rights are saved");
    }

    /** Bound in the portfolio, registered on our pages, and taken from task to task in Tasklist; nothing behind the browser's back. */
    @Test
    void aModelBoundToOtherFlowsIsRegisteredHereAndRunsThemInTasklist(Chromium chromium) {
        bindDepots(open(chromium, "en", "admin", "/portfolio/general"));
        Page page = open(chromium, "en", "requester", "/releases/new?model=" + DEPOTS);
        ReleaseStory release = register(page);
        assertThat(release.record().path("planningFlow").asText()).startsWith("release-express-planning:");
        assertThat(release.record().path("deploymentFlow").asText()).startsWith("release-pilot-deployment:");
        Desktop.open(page, baseUrl + "/releases/" + release.number() + "?tab=flow");
        assertThat(page.locator(".sw-flow-runs")).containsText("Express release planning");
        Desktop.open(page, baseUrl + "/");

        Tasklist operator = Tasklist.of(chromium, "en", baseUrl, "operator");
        operator.open(GROUPS, "Plan release", release.number()).claim().complete();
        Tasklist approver = Tasklist.of(chromium, "en", baseUrl, "approver");
        approver.open(GROUPS, "Approve release", release.number()).claim();
        approver.choose("APPROVED").complete();
        Desktop.reload(page);
        goOn(page, release, "Authorise release").choose("GO").complete();
        Desktop.open(page, baseUrl + "/releases?text=" + release.number());
        assertThat(page.locator("#" + release.number())).containsText("Deploy to pilot");
        for (String step : List.of("Deploy to pilot", "Test in pilot", "Deploy to production")) {
            operator.open(GROUPS, step, release.number()).claim();
            operator.choose("SOLVED").answer("executionRecord", step + ": done").complete();
        }
        approver.open(GROUPS, "Homologate release", release.number()).claim();
        approver.choose("SOLVED")
                .answer("solutionCategory", "Deployed as planned")
                .answer("closure", "In every depot")
                .complete();
        Desktop.open(page, baseUrl + "/");
        goOn(page, release, "Close release").choose("true").complete();

        Desktop.open(page, baseUrl + "/releases/" + release.number());
        assertThat(page.locator("[aria-current=step]")).containsText("Concluded");
        assertThat(chromium.errors()).isEmpty();
    }

    private void bindDepots(Page admin) {
        admin.getByText("New model").click();
        Locator dialog = admin.locator("dialog[open]");
        dialog.getByLabel("Key").fill(DEPOTS);
        dialog.getByLabel("Name").fill("Depots");
        dialog.getByLabel("Planning flow").selectOption("release-express-planning");
        dialog.getByLabel("Deployment flow").selectOption("release-pilot-deployment");
        dialog.getByLabel("Executor group").fill("operations");
        dialog.getByLabel("Approver group").fill("approvers");
        dialog.locator("[type=submit]").click();
        assertThat(admin.locator(".sw-notice")).containsText("Depots");
        admin.getByRole(AriaRole.BUTTON, named("New").setExact(true)).click();
        admin.locator(".sw-title-link", containing("Depots")).click();
        dialog.getByText("Activate").click();
        assertThat(admin.locator(".sw-notice", containing("Depots is active"))).isVisible();
    }

    /** Other tests count on one model to choose. */
    @AfterEach
    void thereIsOneModelAgain() {
        String model = "/api/portfolios/general/models/" + DEPOTS;
        if (slipway.as("manager").get(model).status() == 200) {
            slipway.as("manager").delete(model).expect(204);
        }
        slipway.as("operator").delete("/api/preferences/language").expect(204);
    }

    /** On the form with which one begins. */
    private ReleaseStory register(Page page) {
        String change = ReleaseStory.change(slipway);
        assertThat(page.locator("[data-release-form]:not([inert])")).isVisible();
        assertThat(page.locator("#executorGroup")).hasValue("Operations");
        page.locator("#title").fill("Route planner 3");
        page.locator("#description").fill("First for the depot in Valencia");
        page.locator("#risk").selectOption("LOW");
        page.locator("#changes").pressSequentially(change);
        page.locator(".sw-suggestions [role=option]").first().click();
        LocalDateTime now = LocalDateTime.now();
        page.locator("#planning-start").fill(now.format(MINUTES));
        page.locator("#planning-end").fill(now.plusHours(1).format(MINUTES));
        page.locator("#deployment-start").fill(now.format(MINUTES));
        page.locator("#deployment-end").fill(now.plusHours(8).format(MINUTES));
        page.locator(".sw-register-foot [type=submit]").click();
        page.waitForURL(Pattern.compile(".*/releases/REL-\\d+"));
        Desktop.isReady(page);
        return ReleaseStory.of(slipway, page.url().replaceFirst(".*/", ""));
    }

    private static Locator waiting(Page page, ReleaseStory release) {
        return page.locator("section[aria-labelledby=waiting] tr", containing(release.number()));
    }

    /** From the list of what waits for somebody to the task itself. */
    private Tasklist goOn(Page page, ReleaseStory release, String task) {
        Locator more = page.locator("section[aria-labelledby=waiting] .sw-more a");
        while (waiting(page, release).count() == 0 && more.count() > 0) {
            Desktop.open(page, baseUrl + more.getAttribute("href"));
        }
        assertThat(waiting(page, release)).containsText(task);
        waiting(page, release).getByRole(AriaRole.LINK).first().click();
        return Tasklist.at(page, release.number());
    }

    private Page home(Chromium chromium, String language, String person) {
        return open(chromium, language, person, "/");
    }

    private Page open(Chromium chromium, String language, String person, String path) {
        return Desktop.logIn(chromium.open(language, baseUrl + path), person);
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
