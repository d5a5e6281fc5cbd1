package org.slipway.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.slipway.support.Chromium;
import org.slipway.support.InBrowser;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;
import org.springframework.core.env.Environment;

/** The list of releases in use: it stays fresh, is narrowed and ordered, tells what failed, and is carried away. */
@SlipwayTest
@InBrowser
class DesktopWorklistIT {

    private final String baseUrl;
    private final SlipwayClient slipway;

    DesktopWorklistIT(Environment environment, SlipwayClient slipway) {
        this.baseUrl = "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
        this.slipway = slipway;
    }

    @Test
    void staysFreshWithoutLosingRowsOrThePlace(Chromium chromium) {
        String batch = "Batch " + UUID.randomUUID();
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        registration.put("title", batch);
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 51; i++) {
            registration.put("changes", List.of(ReleaseStory.change(slipway)));
            numbers.add(ReleaseStory.registered(slipway, registration).number());
        }
        Page page = open(chromium, "en", "manager", "/releases?text=" + batch.replace(" ", "+"));
        Locator rows = page.locator("#releases tbody tr[id]");
        assertThat(rows).hasCount(50);
        page.locator("tr.sw-more a").click();
        assertThat(rows).hasCount(51);
        Locator last = page.locator("#open-" + numbers.get(0));
        last.focus();
        String address = page.locator("#releases").getAttribute("hx-get");

        for (int i = 0; i < 3; i++) {
            page.waitForResponse(
                    answer -> answer.url().contains("limit=51"),
                    () -> page.locator("#releases").dispatchEvent("slipway:refresh"));
            assertThat(rows).hasCount(51);
        }

        assertThat(page.locator("#releases")).hasAttribute("hx-get", address);
        assertThat(last).isFocused();
        assertThat(last).isInViewport();
        assertThat(chromium.errors()).isEmpty();
    }

    @Test
    void saysWhatCouldNotBeFetchedAndAsksAgain(Chromium chromium) {
        ReleaseStory release = ReleaseStory.registered(slipway);
        Page page = open(chromium, "pt-BR", "requester", "/");
        page.route("**/my-releases**", Route::abort);
        Desktop.reload(page);
        Locator asked = page.locator("section[aria-labelledby=asked]");
        assertThat(asked.locator("[role=alert]")).containsText("Não foi possível carregar.");
        page.unroute("**/my-releases**");
        asked.getByRole(AriaRole.BUTTON).click();
        assertThat(asked).containsText(release.number());

        Desktop.open(page, baseUrl + "/releases?open=true");
        page.route("**/releases?**", route -> route.fulfill(new Route.FulfillOptions().setStatus(500)));
        page.locator("#open-ended + label").click();
        assertThat(page.locator("#releases [role=alert]")).isVisible();
        page.unroute("**/releases?**");
        page.locator("#releases [role=alert] button").click();
        assertThat(page.locator("#releases [role=alert]")).hasCount(0);
        assertThat(chromium.errors()).isEmpty();
    }

    @Test
    void findsWhatSomebodyAskedForByHisName(Chromium chromium) {
        ReleaseStory release = ReleaseStory.registered(slipway);
        Page page = open(chromium, "es", "manager", "/releases?text=" + release.number());
        page.locator("[data-bs-target='#more-filters']").click();
        page.locator("[name=requester]").pressSequentially("requester T");
        page.locator(".sw-suggestions [role=option]", containing("requester Tester"))
                .click();

        Locator chip = page.locator(".sw-active-filters .sw-chip", containing("Solicitante"));
        assertThat(chip).containsText("requester Tester");
        assertThat(page.locator("#" + release.number())).isVisible();
        page.locator("[data-assigned-to]").pressSequentially("operator");
        page.locator(".sw-suggestions:visible [role=option]", containing("operator Tester"))
                .click();
        assertThat(page.locator(".sw-active-filters")).containsText("operator Tester");
        assertThat(page.locator("#" + release.number())).hasCount(0);
        chip.getByRole(AriaRole.LINK).click();
        assertThat(chip).hasCount(0);
        assertThat(page.locator("[name=assigned]")).hasValue("operator");
        assertThat(chromium.errors()).isEmpty();
    }

    @Test
    void showsItsColumnsInTheOrderThatThePersonGivesThemByKeyboard(Chromium chromium) {
        ReleaseStory.registered(slipway);
        Page page = open(chromium, "en", "auditor", "/releases");
        page.getByRole(AriaRole.BUTTON, named("Columns")).click();
        Locator left = page.getByRole(AriaRole.BUTTON, named("Responsible further to the left"));

        left.press("Enter");

        assertThat(page.locator("thead th").nth(6)).hasText("Responsible");
        assertThat(left).isFocused();
        Desktop.reload(page);
        assertThat(page.locator("thead th").nth(6)).hasText("Responsible");
        slipway.as("auditor").delete("/api/preferences/worklist-columns").expect(204);
        assertThat(chromium.errors()).isEmpty();
    }

    @Test
    void leavesAFileToBeHadAndRemovedLater(Chromium chromium) throws IOException {
        ReleaseStory release = ReleaseStory.registered(slipway);
        Page page = open(chromium, "es", "approver", "/releases?text=" + release.number());
        page.getByRole(AriaRole.BUTTON, named("Exportar")).click();
        page.waitForDownload(() -> page.locator("[data-export=CSV]").click());

        Desktop.open(page, baseUrl + "/exports");
        Locator row = page.locator("tbody tr");
        assertThat(row).containsText("Listo");
        Locator fetched = row.getByRole(
                AriaRole.LINK,
                new Locator.GetByRoleOptions().setName("Descargar").setExact(true));
        Download file = page.waitForDownload(fetched::click);
        assertThat(Files.readString(file.path())).contains(release.number());
        row.getByRole(AriaRole.BUTTON).click();

        assertThat(page.locator("#exports")).containsText("No ha pedido ningún archivo");
        assertThat(chromium.errors()).isEmpty();
    }

    private Page open(Chromium chromium, String language, String person, String path) {
        return Desktop.logIn(chromium.open(language, baseUrl + path), person);
    }

    private static Page.LocatorOptions containing(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
