package org.slipway.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.slipway.support.Chromium;
import org.slipway.support.InBrowser;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;
import org.springframework.core.env.Environment;

/** Checklists are answered and confirmed in the form of the task that waits for them. */
@SlipwayTest
@InBrowser
class TasklistChecklistsIT {

    private final String baseUrl;
    private final SlipwayClient slipway;

    TasklistChecklistsIT(Environment environment, SlipwayClient slipway) {
        this.baseUrl = "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
        this.slipway = slipway;
    }

    @Test
    void solvesAReleaseOnceItsChecklistIsConfirmed(Chromium chromium) {
        ReleaseStory release = ReleaseStory.registered(slipway).until("homologateRelease");
        Tasklist approver = Tasklist.of(chromium, "en", baseUrl, "approver");
        approver.open("My groups' tasks", "Homologate release", release.number())
                .claim();
        approver.choose("SOLVED")
                .answer("solutionCategory", "Deployed as planned")
                .answer("closure", "Runs in production");
        Locator checklists = approver.form().locator("[data-sw-checklists]");
        Locator row = checklists.locator(".sw-checklist-row");

        checklists.getByLabel("Choose a questionnaire").selectOption("service-test");
        button(checklists, "Attach checklist").click();
        assertThat(row).containsText("To answer");
        button(checklists, "Answer").click();
        assertThat(checklists.locator(".sw-field:has(#checklist-testPlan) .sw-error"))
                .isVisible();
        checklists.locator("#checklist-testPlan").fill("Settle a day of payments");
        checklists.locator(".sw-choice:has([value=YES])").first().click();
        checklists.locator(".sw-choice:has([value=PASSED])").click();
        button(checklists, "Answer").click();
        assertThat(row).containsText("Awaiting validation");

        approver.submit();
        assertThat(approver.form().locator(".sw-alert-problem")).containsText("Service test");
        assertThat(approver.form().locator("#closure")).hasValue("Runs in production");
        button(checklists, "Confirm").click();
        assertThat(row).containsText("Validated");

        approver.complete();
        assertThat(release.status()).isEqualTo("SOLVED");
        assertThat(chromium.errors()).isEmpty();
    }

    private static Locator button(Locator in, String name) {
        return in.locator("button").filter(new Locator.FilterOptions().setHasText(name));
    }
}
