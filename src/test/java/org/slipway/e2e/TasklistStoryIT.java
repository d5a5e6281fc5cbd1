package org.slipway.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.slipway.support.Chromium;
import org.slipway.support.InBrowser;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;
import org.springframework.core.env.Environment;

/** One release from the start form to its conclusion, by the people and through the forms that do it every day. */
@SlipwayTest
@InBrowser
class TasklistStoryIT {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private final String baseUrl;
    private final SlipwayClient slipway;

    TasklistStoryIT(Environment environment, SlipwayClient slipway) {
        this.baseUrl = "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
        this.slipway = slipway;
    }

    @Test
    void takesAReleaseFromTheStartFormToItsConclusion(Chromium chromium) {
        Tasklist requester = tasklist(chromium, "requester");
        String number = register(requester, ReleaseStory.change(slipway));
        ReleaseStory release = ReleaseStory.of(slipway, number);
        assertThat(release.record().path("title").asText()).isEqualTo("Ledger 7.1");

        Tasklist operator = tasklist(chromium, "operator");
        plan(operator, release);
        assertThat(release.status()).isEqualTo("PLANNED");

        Tasklist approver = tasklist(chromium, "approver");
        approver.open("My groups' tasks", "Approve release", number).claim();
        approver.choose("APPROVED").answer("observations", "Go ahead").complete();
        assertThat(release.status()).isEqualTo("APPROVED");

        requester.open("My tasks", "Authorise release", number);
        requester.choose("GO").complete();

        operator.open("My groups' tasks", "Execute release", number).claim();
        operator.choose("SOLVED").answer("executionRecord", "Rolled out").complete();
        operator.open("My groups' tasks", "Test release", number).claim();
        operator.choose("SOLVED").answer("executionRecord", "All green").complete();

        approver.open("My groups' tasks", "Homologate release", number).claim();
        approver.choose("SOLVED")
                .answer("solutionCategory", "Deployed as planned")
                .answer("closure", "Runs in production")
                .complete();
        assertThat(release.status()).isEqualTo("SOLVED");

        requester.open("My tasks", "Close release", number);
        requester.choose("true").complete();

        assertThat(release.status()).isEqualTo("CONCLUDED");
        assertThat(release.openTasks()).isEmpty();
        assertThat(chromium.errors()).isEmpty();
    }

    /** Types everything, names a change that nobody knows, is told so at the field, and mends only that. */
    private static String register(Tasklist requester, String change) {
        Locator form = requester.startRelease();
        form.locator("#title").fill("Ledger 7.1");
        form.locator("#description").fill("New posting rules");
        form.locator("#version").fill("7.1");
        form.locator("#impact").selectOption("HIGH");
        form.locator("#urgency").selectOption("MEDIUM");
        form.locator("#risk").selectOption("LOW");
        form.locator("#changes").pressSequentially("CHG-NOBODY-KNOWS");
        form.locator("#changes").press("Enter");
        LocalDateTime now = LocalDateTime.now();
        form.locator("#planning-start").fill(now.format(MINUTES));
        form.locator("#planning-end").fill(now.plusHours(8).format(MINUTES));
        form.locator("#deployment-start").fill(now.format(MINUTES));
        form.locator("#deployment-end").fill(now.plusDays(1).format(MINUTES));
        form.locator("#backoutPlan").fill("Stop the postings\nPut 7.0 back");
        form.locator("#contact-name").fill("R. Quester");
        form.locator("#contact-email").fill("requester@example.org");

        requester.start();

        assertThat(form.locator(".sw-field:has(#changes) .sw-error")).containsText("CHG-NOBODY-KNOWS");
        assertThat(form.locator("#title")).hasValue("Ledger 7.1");
        assertThat(form.locator("#backoutPlan")).hasValue("Stop the postings\nPut 7.0 back");
        form.locator(".sw-chip-remove").click();
        form.locator("#changes").pressSequentially(change);
        requester.page().locator(".sw-suggestions [role=option]").first().click();

        requester.start();
        return requester.registered();
    }

    /** Saves what is planned so far, comes back to it, and completes. */
    private static void plan(Tasklist operator, ReleaseStory release) {
        operator.open("My groups' tasks", "Plan release", release.number());
        assertThat(operator.form().locator(".sw-facts")).containsText(release.number());
        assertThat(operator.form().locator("#backoutPlan")).isDisabled();
        operator.claim().answer("backoutPlan", "Stop the postings\nPut 7.0 back\nTell the branches");
        operator.keep();
        assertThat(release.openTasks()).containsExactly("planRelease");

        Page page = operator.page();
        page.reload();
        operator.open("My tasks", "Plan release", release.number());
        assertThat(operator.form().locator("#backoutPlan"))
                .hasValue("Stop the postings\nPut 7.0 back\nTell the branches");
        operator.complete();
    }

    private Tasklist tasklist(Chromium chromium, String person) {
        return Tasklist.of(chromium, "en", baseUrl, person);
    }
}
