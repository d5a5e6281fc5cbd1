package org.slipway.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.slipway.support.Chromium;
import org.slipway.support.InBrowser;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;
import org.springframework.core.env.Environment;

/** What a release manager does to a release from Tasklist, and what the others see of it. */
@SlipwayTest
@InBrowser
class TasklistEventsIT {

    private final String baseUrl;
    private final SlipwayClient slipway;

    TasklistEventsIT(Environment environment, SlipwayClient slipway) {
        this.baseUrl = "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
        this.slipway = slipway;
    }

    @Test
    void holdsTheWorkOfASuspendedReleaseUntilItIsReactivated(Chromium chromium) {
        ReleaseStory release = ReleaseStory.registered(slipway).until("executeRelease");
        Tasklist operator = tasklist(chromium, "operator");
        operator.open("My groups' tasks", "Execute release", release.number()).claim();
        operator.choose("SOLVED").answer("executionRecord", "Halfway through");

        Tasklist manager = tasklist(chromium, "manager");
        manager.releases()
                .find(release.number())
                .ask("Suspend")
                .choose("justification", 1)
                .answer("complement", "The window of the bank moved")
                .send()
                .close();
        assertThat(release.status()).isEqualTo("SUSPENDED");

        operator.submit();
        assertThat(operator.form().locator(".sw-alert-problem")).isVisible();
        assertThat(operator.form().locator("#executionRecord")).hasValue("Halfway through");
        assertThat(release.openTasks()).contains("executeRelease");

        manager.open("My groups' tasks", "Reactivate release", release.number())
                .claim()
                .complete();
        assertThat(release.status()).isEqualTo("IN_EXECUTION");

        operator.complete();
        assertThat(release.status()).isEqualTo("EXECUTED");
        assertThat(chromium.errors()).isEmpty();
    }

    @Test
    void cancelsOnlyWithAReason(Chromium chromium) {
        ReleaseStory release = ReleaseStory.registered(slipway).planned();
        ReleasesDialog dialog =
                tasklist(chromium, "manager").releases().find(release.number()).ask("Cancel release");

        dialog.submit();
        assertThat(dialog.detail().locator(".sw-field:has(#sw-action-reason) .sw-error"))
                .isVisible();
        assertThat(release.status()).isEqualTo("PLANNED");

        dialog.answer("reason", "The supplier withdrew it").send();
        assertThat(dialog.detail().locator(".sw-status-CANCELLED")).isVisible();
        assertThat(release.status()).isEqualTo("CANCELLED");
        assertThat(chromium.errors()).isEmpty();
    }

    @Test
    void reopensAConcludedReleaseInTheChosenPhase(Chromium chromium) {
        ReleaseStory release = ReleaseStory.registered(slipway).concluded();

        ReleasesDialog dialog =
                tasklist(chromium, "manager").releases().find(release.number()).ask("Reopen");
        dialog.choose("justification", 1).choose("phase", "DEPLOYMENT").send();

        Locator cycle = dialog.detail().locator(".sw-heading").getByText(Pattern.compile("Cycle 2"));
        assertThat(cycle).isVisible();
        assertThat(release.status()).isEqualTo("REOPENED");
        assertThat(release.openTasks()).containsExactly("authoriseRelease");
        assertThat(chromium.errors()).isEmpty();
    }

    @Test
    void offersOnlyPlanningWhereNoPlanWasApproved(Chromium chromium) {
        ReleaseStory release = ReleaseStory.registered(slipway).cancelled();

        ReleasesDialog dialog =
                tasklist(chromium, "manager").releases().find(release.number()).ask("Reopen");

        assertThat(dialog.detail().locator("#sw-action-phase option")).hasText(new String[] {"Planning"});
        dialog.choose("justification", 1).send();
        assertThat(dialog.detail().locator(".sw-heading").getByText(Pattern.compile("Cycle 2")))
                .isVisible();
        assertThat(release.openTasks()).containsExactly("planRelease");
        assertThat(chromium.errors()).isEmpty();
    }

    @Test
    void offersARequesterNothingThatOnlyAManagerMayDo(Chromium chromium) {
        ReleaseStory release = ReleaseStory.registered(slipway);

        ReleasesDialog dialog = tasklist(chromium, "requester").releases().find(release.number());

        assertThat(dialog.detail().locator(".sw-action-bar button")).not().hasCount(0);
        assertThat(dialog.detail().locator(".sw-action-bar").getByText("Suspend"))
                .hasCount(0);
        assertThat(chromium.errors()).isEmpty();
    }

    private Tasklist tasklist(Chromium chromium, String person) {
        return Tasklist.of(chromium, "en", baseUrl, person);
    }
}
