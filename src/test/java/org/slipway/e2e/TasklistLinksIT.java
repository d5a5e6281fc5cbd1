package org.slipway.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slipway.support.Chromium;
import org.slipway.support.InBrowser;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;
import org.springframework.core.env.Environment;

/** What a release refers to, seen and edited where its work is done. */
@SlipwayTest
@InBrowser
class TasklistLinksIT {

    private final String baseUrl;
    private final SlipwayClient slipway;

    TasklistLinksIT(Environment environment, SlipwayClient slipway) {
        this.baseUrl = "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
        this.slipway = slipway;
    }

    @Test
    void linksRegistersAndUnlinksInATask(Chromium chromium) {
        ReleaseStory release = ReleaseStory.registered(slipway);
        slipway.as("operator")
                .post("/api/tickets", Map.of("number", "INC-BROWSER", "title", "Slow at night"))
                .expect(201);
        Tasklist operator = Tasklist.of(chromium, "en", baseUrl, "operator");
        operator.follow(release.task("planRelease"), release.number());
        Locator links = operator.form().locator(".sw-links-block");

        links.locator("summary").first().click();
        kind(links, "Tickets").click();
        links.locator(".sw-links-find input").pressSequentially("browser");
        links.locator(".sw-suggestions li").first().click();
        links.locator(".sw-links-find button").click();
        assertThat(links.locator(".sw-links-rows")).containsText("Slow at night");
        assertThat(kind(links, "Tickets")).containsText("1");

        kind(links, "Problems").click();
        links.locator(".sw-links-find input").fill("PRB-BROWSER");
        links.locator(".sw-links-find button").click();
        links.locator(".sw-links-ask input").first().fill("Locks up under load");
        links.locator(".sw-links-ask button").click();
        assertThat(links.locator(".sw-links-rows")).containsText("Locks up under load");

        links.locator(".sw-links-rows .sw-chip-remove").click();
        assertThat(links.locator(".sw-links-asked")).containsText("PRB-BROWSER");
        assertThat(kind(links, "Problems")).containsText("1");
        links.locator(".sw-links-asked .btn-danger").click();
        assertThat(links.locator(".sw-links-rows")).containsText("Nothing of this kind is linked");

        assertThat(slipway.as("auditor").get(release.path() + "/links").text())
                .isEqualTo("{\"changes\":1,\"tickets\":1}");
        assertThat(chromium.errors()).isEmpty();
        operator.claim().complete();
        assertThat(release.status()).isEqualTo("PLANNED");
    }

    private static Locator kind(Locator links, String name) {
        return links.locator("[role=tab]").filter(new Locator.FilterOptions().setHasText(name));
    }
}
