package org.slipway.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.slipway.support.Chromium;
import org.slipway.support.InBrowser;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;
import org.springframework.core.env.Environment;

/** What administrators maintain and what everybody looks up: registries, release models, configuration items. */
@SlipwayTest
@InBrowser
class DesktopRegistriesIT {

    private final String baseUrl;
    private final SlipwayClient slipway;
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    DesktopRegistriesIT(Environment environment, SlipwayClient slipway) {
        this.baseUrl = "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
        this.slipway = slipway;
    }

    @Test
    void keepsWhatIsTypedUntilAJustificationIsSaved(Chromium chromium) {
        Page page = open(chromium, "/administration/justifications");
        page.getByText("New justification").click();
        Locator dialog = page.locator("dialog[open]");
        dialog.locator("[type=submit]").click();
        assertThat(dialog.locator(".sw-field .sw-error")).hasText("This has to be answered.");
        dialog.getByLabel("Description").fill("Reason " + mark);
        page.keyboard().press("Escape");
        assertThat(dialog.locator(".reg-leave")).containsText("not saved yet");
        dialog.getByText("Keep editing").click();
        dialog.getByLabel("Suspension").check();
        dialog.locator("[type=submit]").click();

        assertThat(page.locator(".sw-notice")).containsText("Reason " + mark);
        page.getByPlaceholder("Search", new Page.GetByPlaceholderOptions().setExact(true))
                .fill(mark);
        assertThat(page.locator("[data-rows] tr")).hasCount(1);
        assertThat(slipway.as("admin")
                        .get("/api/justifications?use=SUSPENSION&limit=200")
                        .expect(200)
                        .text())
                .contains("Reason " + mark);
        assertThat(chromium.errors()).isEmpty();
    }

    @Test
    void takesAModelFromNewToActiveWhileSomebodyElseChangesIt(Chromium chromium) {
        Page page = open(chromium, "/portfolio/general");
        page.getByText("New model").click();
        Locator dialog = page.locator("dialog[open]");
        dialog.getByLabel("Key").fill("model-" + mark);
        dialog.getByLabel("Name").fill("Model " + mark);
        dialog.getByLabel("Executor group").selectOption("operations");
        dialog.getByLabel("Approver group").selectOption("approvers");
        dialog.getByLabel("Reversion plan").check();
        dialog.locator("[type=submit]").click();
        assertThat(page.locator(".sw-notice")).containsText("Model " + mark);

        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("New").setExact(true))
                .click();
        page.locator(".sw-title-link")
                .filter(new Locator.FilterOptions().setHasText("Model " + mark))
                .click();
        slipway.as("admin")
                .patch("/api/portfolios/general/models/model-" + mark, Map.of("category", "Shop"))
                .expect(200);
        dialog.getByLabel("Status").selectOption("ACTIVE");
        dialog.locator("[type=submit]").click();
        assertThat(dialog.locator(".sw-alert")).containsText("Somebody else has changed this");
        assertThat(dialog.getByLabel("Category")).hasValue("Shop");
        dialog.locator("[type=submit]").click();
        assertThat(dialog).hasCount(0);

        var model = slipway.as("admin")
                .get("/api/portfolios/general/models/model-" + mark)
                .expect(200)
                .json();
        assertThat(model.path("status").asText()).isEqualTo("ACTIVE");
        assertThat(model.path("category").asText()).isEqualTo("Shop");
        assertThat(model.path("mandatory").toString()).isEqualTo("[\"BACKOUT_PLAN\"]");
    }

    @Test
    void importsItemsAndDrawsWhatOneOfThemReaches(Chromium chromium) {
        Page page = open(chromium, "/cmdb/imports");
        Locator files = page.locator("#import-files");
        files.setInputFiles(file("items.csv", "key,criticality\nweb-%s,ENORMOUS\n".formatted(mark)));
        page.getByText("Try it (dry run)").click();
        assertThat(page.locator("[data-import] .sw-alert")).containsText("at fault");
        assertThat(page.locator(".reg-job").first()).containsText("ENORMOUS");

        files.setInputFiles(new FilePayload[] {
            file("items.csv", "key,name\nweb-%s,Web %s\nshop-%s,Shop %s\n".formatted(mark, mark, mark, mark)),
            file("links.csv", "from,to,type\nshop-%s,web-%s,depends_on\n".formatted(mark, mark))
        });
        page.getByText("Import", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("[data-import] .sw-alert-done")).containsText("All of it was taken in");
        assertThat(page.locator(".reg-job").first()).containsText("2 items created");

        page.navigate(baseUrl + "/cmdb?text=" + mark);
        page.getByText("Web " + mark).click();
        assertThat(page.locator("h1")).hasText("Web " + mark);
        assertThat(page.locator(".reg-graph canvas").first()).isVisible();
        assertThat(page.locator(".reg-reached li")).hasCount(1);
        assertThat(page.locator(".reg-reached")).containsText("Shop " + mark);
        assertThat(chromium.errors()).isEmpty();
    }

    private static FilePayload file(String name, String content) {
        return new FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8));
    }

    private Page open(Chromium chromium, String path) {
        Page page = chromium.open(baseUrl + "/login");
        Tasklist.logIn(page, "admin");
        page.waitForURL(baseUrl + "/");
        page.navigate(baseUrl + path);
        return page;
    }
}
