package org.slipway.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slipway.support.Chromium;
import org.slipway.support.InBrowser;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/** What administrators maintain and what everybody looks up: registries, release models, configuration items. */
@SlipwayTest
@InBrowser
class DesktopRegistriesIT {

    private final String baseUrl;
    private final SlipwayClient slipway;
    private final JdbcTemplate database;
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    DesktopRegistriesIT(Environment environment, SlipwayClient slipway, JdbcTemplate database) {
        this.database = database;
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
        choose(dialog, "Executor group", "operat");
        choose(dialog, "Approver group", "approv");
        dialog.getByLabel("Risk to begin with").selectOption("LOW");
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

        // Registering with it begins with what it presets, and says beforehand what it demands.
        Desktop.open(page, baseUrl + "/releases/new?portfolio=general");
        page.locator(".reg-card", new Page.LocatorOptions().setHasText("Model " + mark))
                .getByRole(AriaRole.LINK)
                .click();
        assertThat(page.locator("[data-release-form]:not([inert])")).isVisible();
        assertThat(page.locator("#risk")).hasValue("LOW");
        assertThat(page.locator("#executorGroup")).hasValue("Operations");
        assertThat(page.locator("#backoutPlan")).hasAttribute("aria-required", "true");
        assertThat(page.locator("#version")).not().hasAttribute("aria-required", "true");
        page.locator(".sw-register-foot [type=submit]").click();
        assertThat(page.locator(
                        ".sw-field.sw-has-error", new Page.LocatorOptions().setHas(page.locator("#backoutPlan"))))
                .isVisible();
        slipway.as("admin")
                .delete("/api/portfolios/general/models/model-" + mark)
                .expect(204);
        assertThat(chromium.errors()).isEmpty();
    }

    /** More than any page of a list holds: what a release names is neither lost nor out of reach. */
    @Test
    void maintainsUnitsAndKeepsTheOneOfAReleaseBeyondTheFirstHundred(Chromium chromium) {
        // At once: that many requests take longer than all the rest.
        database.batchUpdate(
                "insert into portfolio_unit (unit_key, name, active, revision) values (?, ?, true, 0)",
                IntStream.range(0, 110)
                        .mapToObj(i -> new Object[] {"a-%s-%d".formatted(mark, i), "Branch " + i})
                        .toList());
        Page page = open(chromium, "/administration/units");
        page.getByText("New unit").click();
        Locator dialog = page.locator("dialog[open]");
        dialog.getByLabel("Key").fill("z-" + mark);
        dialog.getByLabel("Name").fill("Zoo " + mark);
        choose(dialog, "Contract", "intern");
        dialog.locator("[type=submit]").click();
        assertThat(page.locator(".sw-notice")).containsText("Zoo " + mark);

        String number = ReleaseStory.registered(slipway).number();
        Desktop.open(page, baseUrl + "/releases/" + number + "/edit");
        assertThat(page.locator("[data-release-form]:not([inert])")).isVisible();
        assertThat(page.locator("#title")).not().isEmpty();
        page.locator("#contact-unit").fill("zoo " + mark);
        page.locator(".sw-suggestions [role=option]")
                .filter(new Locator.FilterOptions().setHasText("Zoo " + mark))
                .click();
        page.locator(".sw-register-foot [type=submit]").click();
        page.waitForURL(baseUrl + "/releases/" + number);
        Desktop.isReady(page);
        assertThat(unitOf(number)).isEqualTo("z-" + mark);

        Desktop.open(page, baseUrl + "/releases/" + number + "/edit");
        assertThat(page.locator("[data-release-form]:not([inert])")).isVisible();
        assertThat(page.locator("#contact-unit")).hasValue("Zoo " + mark);
        page.locator("#contact-phone").fill("555 0100");
        page.locator(".sw-register-foot [type=submit]").click();
        page.waitForURL(baseUrl + "/releases/" + number);
        Desktop.isReady(page);
        assertThat(unitOf(number)).isEqualTo("z-" + mark);
        assertThat(chromium.errors()).isEmpty();
    }

    private String unitOf(String release) {
        return slipway.as("admin")
                .get("/api/releases/" + release)
                .json()
                .at("/contact/unit")
                .asText();
    }

    /** Types the beginning and takes what is suggested. */
    private static void choose(Locator dialog, String label, String beginning) {
        dialog.getByLabel(label, new Locator.GetByLabelOptions().setExact(true)).pressSequentially(beginning);
        dialog.locator(".sw-suggestions:not([hidden]) [role=option]")
                .filter(new Locator.FilterOptions().setHasText(beginning))
                .first()
                .click();
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

        Desktop.open(page, baseUrl + "/cmdb?text=" + mark);
        listed(page, "Web " + mark).click();
        assertThat(page.locator("h1")).hasText("Web " + mark);
        assertThat(page.locator(".reg-graph canvas").first()).isVisible();
        assertThat(page.locator(".reg-reached li")).hasCount(1);
        assertThat(page.locator(".reg-reached")).containsText("Shop " + mark);
        assertThat(chromium.errors()).isEmpty();
    }

    @Test
    void grantsARightOnTopOfWhatSomebodyElseHasWithdrawn(Chromium chromium) {
        grant(List.of("REGISTER", "PLAN_ACTIVITY"));
        try {
            Page page = open(chromium, "/administration/rights");
            page.getByLabel("Requesters: Reopen").check();
            page.getByLabel("Operations: When it is closed").check();
            page.getByLabel("Releases of").selectOption("standard");
            page.locator("dialog[open]").getByText("Leave it").click();
            assertThat(page.getByLabel("Releases of")).hasValue("*");

            grant(List.of("REGISTER"));
            page.locator(".reg-save .btn-primary").click();
            assertThat(page.locator(".sw-notice")).containsText("Somebody else has changed these rights");
            assertThat(page.locator(".reg-changed")).hasCount(2);
            page.locator(".reg-save .btn-primary").click();
            assertThat(page.locator(".reg-save")).isHidden();

            assertThat(slipway.as("admin")
                            .get("/api/rights?group=requesters")
                            .json()
                            .at("/items/0/operations")
                            .toString())
                    .isEqualTo("[\"REGISTER\",\"REOPEN\"]");
            page.navigate(baseUrl + "/releases/new?model=standard");
            assertThat(page.locator("[data-sw-name='notifications.onClosing']")).isDisabled();
            assertThat(page.locator("[data-sw-name='notifications.onClosing']")).isChecked();
            assertThat(page.locator("[data-sw-name='notifications.onCreation']"))
                    .isEnabled();
            assertThat(chromium.errors()).isEmpty();
        } finally {
            grant(List.of("REGISTER"));
            slipway.as("admin")
                    .put(
                            "/api/groups/notifications",
                            Map.of(
                                    "group", "operations",
                                    "onCreation", false,
                                    "onClosing", false,
                                    "onOtherActions", false))
                    .expect(200);
        }
    }

    private void grant(List<String> operations) {
        slipway.as("admin")
                .put("/api/rights", Map.of("group", "requesters", "model", "*", "operations", operations))
                .expect(200);
    }

    @Test
    void maintainsACalendarAHolidayAndACategory(Chromium chromium) {
        Page page = open(chromium, "/administration/calendars");
        make(page, "New calendar", Map.of("Key", "c-" + mark, "Name", "Shift " + mark, "Time zone", "Europe/Madrid"));
        listed(page, "Shift " + mark).click();
        slipway.as("manager")
                .put(
                        "/api/calendars/c-" + mark,
                        Map.of(
                                "key",
                                "c-" + mark,
                                "name",
                                "Shift " + mark,
                                "zone",
                                "America/Lima",
                                "considerHolidays",
                                false,
                                "week",
                                Map.of("SUNDAY", List.of("08:00-12:00"))))
                .expect(200);
        Locator dialog = page.locator("dialog[open]");
        dialog.getByLabel("Name").fill("Sundays " + mark);
        dialog.locator("[type=submit]").click();
        assertThat(dialog.locator(".sw-alert")).containsText("Somebody else has changed this");
        dialog.locator("[type=submit]").click();
        assertThat(dialog).hasCount(0);
        var calendar = slipway.as("admin").get("/api/calendars/c-" + mark).json();
        assertThat(calendar.path("name").asText()).isEqualTo("Sundays " + mark);
        assertThat(calendar.path("zone").asText()).isEqualTo("America/Lima");

        Desktop.open(page, baseUrl + "/administration/holidays");
        make(page, "New holiday", Map.of("Date", "2031-03-19", "Name", "Feast " + mark));
        listed(page, "2031").click();
        dialog.getByText("Delete", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.locator("dialog[open]").last()).containsText("deadlines that are set already stay");
        page.locator("dialog[open]").last().locator(".btn-danger").click();
        assertThat(page.locator("[data-rows]", new Page.LocatorOptions().setHasText("Feast " + mark)))
                .hasCount(0);

        Desktop.open(page, baseUrl + "/administration/solution-categories");
        make(page, "New category", Map.of("Name", "Cause " + mark));
        listed(page, "Cause " + mark).click();
        dialog.getByLabel("Active").uncheck();
        dialog.locator("[type=submit]").click();
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("Cause " + mark)))
                .containsText("Inactive");
        assertThat(chromium.errors()).isEmpty();
    }

    /** In the list: its notice names what was made, too. */
    private static Locator listed(Page page, String text) {
        return page.locator("[data-rows]").getByText(text).first();
    }

    private static void make(Page page, String button, Map<String, String> answers) {
        page.getByText(button).click();
        Locator dialog = page.locator("dialog[open]");
        answers.forEach((label, answer) -> dialog.getByLabel(label, new Locator.GetByLabelOptions().setExact(true))
                .fill(answer));
        dialog.locator("[type=submit]").click();
        assertThat(page.locator(".sw-notice")).containsText(answers.get("Name"));
    }

    @Test
    void editsAnItemAndGoesBackToTheBaselineTakenBefore(Chromium chromium) {
        // An item of this key would stand where the page of imports does.
        slipway.as("operator")
                .post("/api/configuration-items", Map.of("key", "imports", "name", "Queue " + mark))
                .expect(201);
        Page page = open(chromium, "/cmdb/baselines");
        page.getByText("Take baseline").click();
        Locator dialog = page.locator("dialog[open]");
        dialog.getByLabel("Name").fill("Before " + mark);
        dialog.locator(".sw-suggest input").pressSequentially("imports");
        page.keyboard().press("Enter");
        dialog.locator("[type=submit]").click();
        assertThat(page.locator(".sw-notice")).containsText("Before " + mark);

        Desktop.open(page, baseUrl + "/cmdb?text=" + mark);
        page.locator(".sw-title-link", new Page.LocatorOptions().setHasText("Queue " + mark))
                .click();
        assertThat(page.locator("h1")).hasText("Queue " + mark);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Edit"))
                .click();
        dialog.getByLabel("Name", new Locator.GetByLabelOptions().setExact(true))
                .fill("Renamed " + mark);
        dialog.locator("[type=submit]").click();
        assertThat(page.locator("h1")).hasText("Renamed " + mark);

        Desktop.open(page, baseUrl + "/cmdb/baselines");
        listed(page, "Before " + mark).click();
        assertThat(dialog.locator("[data-rows]")).containsText("changed");
        dialog.getByText("Restore all").click();
        page.locator("dialog[open]").last().locator(".btn-danger").click();
        assertThat(page.locator(".sw-notice")).containsText("1 of 1");
        Desktop.open(page, baseUrl + "/cmdb?key=imports");
        assertThat(page.locator("h1")).hasText("Queue " + mark);
        assertThat(chromium.errors()).isEmpty();
    }

    private static FilePayload file(String name, String content) {
        return new FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8));
    }

    private Page open(Chromium chromium, String path) {
        return Desktop.logIn(chromium.open(baseUrl + path), "admin");
    }
}
