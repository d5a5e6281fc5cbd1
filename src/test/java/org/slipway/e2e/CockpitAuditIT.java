package org.slipway.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.slipway.support.Chromium;
import org.slipway.support.InBrowser;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;
import org.springframework.core.env.Environment;

/** An auditor in Cockpit: what became of a release, who decided it, and where its process instances went. */
@SlipwayTest
@InBrowser
class CockpitAuditIT {

    private static final String HOME = "/camunda/app/cockpit/default/";
    private static final String NAVIGATION = ".Header a[href='#/audit']";
    private static final Pattern BARE_KEY = Pattern.compile("\\b(AUDIT|SW)_[A-Z_]+");

    private final String baseUrl;
    private final SlipwayClient slipway;

    CockpitAuditIT(Environment environment, SlipwayClient slipway) {
        this.baseUrl = "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
        this.slipway = slipway;
    }

    @Test
    void followsAConcludedReleaseFromItsNumberToEachStepOfItsProcess(Chromium chromium) throws IOException {
        ReleaseStory release = ReleaseStory.registered(slipway).concluded();
        Page page = open(chromium, "en", "auditor");
        Locator ours = page.locator(".sw-audit");

        page.locator(NAVIGATION).click();
        ours.locator("input[name=text]").fill(release.number());
        ours.locator("form [type=submit]").first().click();
        Locator found = ours.locator("tbody tr");
        assertThat(found).hasCount(1);
        assertThat(found).containsText("Concluded");
        isOpenToEverybody(page);

        found.locator("a").click();
        assertThat(ours.locator(".sw-audit-approved")).containsText("approver");
        Locator decisions = part(page, "Decisions");
        assertThat(decisions.locator("tbody tr").first()).containsText("Approve release");
        assertThat(part(page, "Journal").locator("tbody tr").first()).containsText("intact");
        part(page, "Verification").locator(".sw-audit-verify").click();
        assertThat(part(page, "Verification").locator(".sw-audit-verdict-good")).isVisible();
        isOpenToEverybody(page);
        assertThat(saved(page, part(page, "Journal"))).contains("\"hash\"", "\"approver\"");

        part(page, "Process instances")
                .locator("a")
                .filter(new Locator.FilterOptions().setHasText("Release deployment"))
                .click();
        stepsThroughIt(page);
        tab(page, "User tasks").click();
        assertThat(page.getByRole(AriaRole.TABPANEL)).containsText("operator");
        isOpenToEverybody(page);

        ours.locator(".sw-audit-crumbs a")
                .filter(new Locator.FilterOptions().setHasText("Release deployment"))
                .click();
        assertThat(ours.locator(".sw-audit-heat select")).isVisible();
        assertThat(ours.locator(".djs-overlays .sw-audit-count").first()).isVisible();
        assertThat(ours.locator("tbody")).containsText(release.number());
        isOpenToEverybody(page);
        assertThat(chromium.errors()).isEmpty();
    }

    @Test
    void readsTheJournalOfTheInstallationInOnesOwnLanguage(Chromium chromium) {
        String number = ReleaseStory.registered(slipway).number();
        Page page = open(chromium, "pt-BR", "auditor");

        page.navigate(baseUrl + HOME + "#/audit/journal?release=" + number);

        assertThat(page.locator(".sw-audit h1")).hasText("Diário");
        assertThat(page.locator(".sw-audit tbody")).containsText("Criação");
        assertThat(page.locator(".sw-audit")).not().containsText(BARE_KEY);
        isOpenToEverybody(page);
    }

    /** Camunda shows nothing at all when a script of its configuration fails. */
    @Test
    void hasACockpitThatWorksWhateverFailsOfOurs(Chromium chromium) {
        String number = ReleaseStory.registered(slipway).number();
        Page page = chromium.open(baseUrl + HOME);
        page.route("**/cockpit/scripts/slipway-*/texts.js", Route::abort);
        Tasklist.logIn(page, "auditor");
        page.locator(NAVIGATION).click();
        assertThat(page.locator(".sw-audit-broken")).containsText("The rest of Cockpit is not affected");
        page.locator(".Header a[href='#/processes']").click();
        assertThat(page.locator("body")).containsText("Release lifecycle");

        page.unroute("**/cockpit/scripts/slipway-*/texts.js");
        page.route("**/cockpit/scripts/slipway-*/trail.js", route -> fulfil(route, "throw new Error('planted')"));
        page.route("**/history/process-instance**", route -> route.fulfill(new Route.FulfillOptions().setStatus(500)));
        page.navigate(baseUrl + HOME + "#/audit/release/" + number);
        page.reload();
        Locator instances = part(page, "Process instances");
        assertThat(part(page, "Journal").locator("tbody")).containsText("Creation");
        assertThat(instances.locator(".sw-audit-failed")).isVisible();
        page.unroute("**/history/process-instance**");
        instances.locator(".sw-audit-failed button").click();
        instances.locator("tbody a").first().click();
        assertThat(page.locator(".sw-audit-broken")).isVisible();
        page.locator(".Header a[href='#/processes']").click();
        assertThat(page.locator("body")).containsText("Release lifecycle");
        assertThat(chromium.errors()).isEmpty();
    }

    private static void stepsThroughIt(Page page) {
        Locator replay = page.locator(".sw-audit-replay");
        assertThat(replay).containsText("Release deployed");
        replay.locator("button").first().click();
        assertThat(replay.locator(".sw-audit-step")).containsText("Before the first step");
        assertThat(page.locator(".sw-audit-canvas .sw-audit-done")).hasCount(0);
        replay.locator("input").press("ArrowRight");
        replay.locator("input").press("ArrowRight");
        assertThat(replay.locator(".sw-audit-step")).containsText("Step 2 of");
        replay.locator("[aria-label='One step on']").click();
        assertThat(page.locator(".sw-audit-current[data-element-id=authoriseRelease]"))
                .isVisible();
        assertThat(page.locator(".sw-audit-taken").first()).isAttached();
        assertThat(page.locator(".bjs-powered-by")).isVisible();
    }

    private Page open(Chromium chromium, String language, String person) {
        Page page = chromium.open(language, baseUrl + HOME);
        Tasklist.logIn(page, person);
        page.waitForURL(Pattern.compile(Pattern.quote(baseUrl + HOME) + ".*"));
        assertThat(page.locator(".Header")).containsText("Cockpit");
        return page;
    }

    private static Locator part(Page page, String title) {
        return page.locator(".sw-audit-section")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("h2").filter(new Locator.FilterOptions().setHasText(title))));
    }

    private static Locator tab(Page page, String name) {
        return page.locator(".sw-audit-tablist button").filter(new Locator.FilterOptions().setHasText(name));
    }

    private static String saved(Page page, Locator part) throws IOException {
        Download file = page.waitForDownload(() -> part.getByText("JSON").click());
        return Files.readString(file.path());
    }

    private static void fulfil(Route route, String script) {
        route.fulfill(
                new Route.FulfillOptions().setContentType("text/javascript").setBody(script));
    }

    private static void isOpenToEverybody(Page page) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(Barriers.within(page, ".sw-audit")).isEmpty();
    }
}
