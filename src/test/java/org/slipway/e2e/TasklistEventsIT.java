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
        manager.follow(release.task("executeRelease"), release.number());
        ActionBar tab = manager.releaseTab().ask("Suspend");
        assertThat(tab.place().locator(".sw-action-panel")).containsText("Its tasks and timers freeze");
        tab.choose("justification", 1)
                .answer("complement", "The window of the bank moved")
                .send();
        assertThat(tab.place().locator(".sw-status-SUSPENDED").first()).isVisible();
        assertThat(tab.place().locator(".sw-history")).containsText("The window of the bank moved");
        assertThat(release.status()).isEqualTo("SUSPENDED");

        operator.submit();
        assertThat(operator.form().locator(".sw-alert-problem")).isVisible();
        assertThat(operator.form().locator("#executionRecord")).hasValue("Halfway through");
        assertThat(release.openTasks()).contains("executeRelease");

        manager.follow(release.task("reactivateRelease"), release.number())
                .claim()
                .complete();
        assertThat(release.status()).isEqualTo("IN_EXECUTION");

        operator.complete();
        assertThat(release.status()).isEqualTo("EXECUTED");
        assertThat(chromium.errors()).isEmpty();
    }

    @Test
    void cancelsFromTheTaskAndOnlyWithAReason(Chromium chromium) {
        ReleaseStory release = ReleaseStory.registered(slipway).planned();
        Tasklist manager = tasklist(chromium, "manager");
        manager.follow(release.task("approveRelease"), release.number());
        ActionBar tab = manager.releaseTab().ask("Cancel release");
        assertThat(tab.place().locator(".sw-alert-loss")).containsText("What is already deployed is backed out");

        tab.submit();
        assertThat(tab.place().locator(".sw-field:has(#sw-action-reason) .sw-error"))
                .isVisible();
        assertThat(release.status()).isEqualTo("PLANNED");

        tab.answer("reason", "The supplier withdrew it").send();
        assertThat(tab.place().locator(".sw-heading .sw-status-CANCELLED")).isVisible();
        assertThat(release.status()).isEqualTo("CANCELLED");
        assertThat(chromium.errors()).isEmpty();
    }

    @Test
    void reopensAConcludedReleaseInTheChosenPhase(Chromium chromium) {
        ReleaseStory release = ReleaseStory.registered(slipway).concluded();

        ReleasesDialog dialog = tasklist(chromium, "manager").releases().find(release.number());
        dialog.ask("Reopen")
                .choose("justification", 1)
                .choose("phase", "DEPLOYMENT")
                .send();

        Locator cycle = dialog.detail().locator(".sw-heading").getByText(Pattern.compile("Cycle 2"));
        assertThat(cycle).isVisible();
        assertThat(release.status()).isEqualTo("REOPENED");
        assertThat(release.openTasks()).containsExactly("authoriseRelease");
        assertThat(chromium.errors()).isEmpty();
    }

    @Test
    void offersOnlyPlanningWhereNoPlanWasApproved(Chromium chromium) {
        ReleaseStory release = ReleaseStory.registered(slipway).cancelled();

        ReleasesDialog dialog = tasklist(chromium, "manager").releases().find(release.number());
        dialog.ask("Reopen");

        assertThat(dialog.detail().locator("#sw-action-phase option")).hasText(new String[] {"Planning"});
        dialog.choose("justification", 1).send();
        assertThat(dialog.detail().locator(".sw-heading").getByText(Pattern.compile("Cycle 2")))
                .isVisible();
        assertThat(release.openTasks()).containsExactly("planRelease");
        assertThat(chromium.errors()).isEmpty();
    }

    @Test
    void offersARequesterNothingThatOnlyAManagerMayDo(Chromium chromium) {
        ReleaseStory release = ReleaseStory.registered(slipway).until("authoriseRelease");

        Tasklist requester = tasklist(chromium, "requester");
        requester.follow(release.task("authoriseRelease"), release.number());
        Locator offered = requester.releaseTab().place().locator(".sw-action-bar");

        assertThat(offered).containsText("Follow");
        assertThat(offered).not().containsText(Pattern.compile("Suspend|Cancel"));
        assertThat(chromium.errors()).isEmpty();
    }

    private Tasklist tasklist(Chromium chromium, String person) {
        return Tasklist.of(chromium, "en", baseUrl, person);
    }
}
