package org.slipway.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slipway.support.Chromium;
import org.slipway.support.InBrowser;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;
import org.springframework.core.env.Environment;

/** Work is moved where one sees it: activities on the board, windows in the calendar. */
@SlipwayTest
@InBrowser
class DesktopBoardIT {

    private final String baseUrl;
    private final SlipwayClient slipway;

    DesktopBoardIT(Environment environment, SlipwayClient slipway) {
        this.baseUrl = "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
        this.slipway = slipway;
    }

    @Test
    void takesACardByDraggingGivesItBackByKeyboardAndFinishesItWithWhatWasDone(Chromium chromium) {
        Map<String, Object> registration = new HashMap<>(ReleaseStory.registration(slipway));
        registration.put("title", "Payments 4.2 with the clearing of every partner bank, its ledgers and its reports");
        ReleaseStory release = ReleaseStory.registered(slipway, registration);
        plan(release, "Copy tables");
        Page page = openBoard(chromium, release);
        Locator card = page.locator(".board-card");

        card.dragTo(page.locator("[data-column=DOING]"));
        assertThat(page.locator("[data-column=DOING] .board-card")).containsText("operator");
        assertThat(page.locator("[data-announcer]")).containsText("moved to Doing");

        page.keyboard().press("Shift+ArrowLeft");
        assertThat(page.locator("[data-column=TODO] .board-card")).hasCount(1);
        assertThat(page.locator("[data-announcer]")).containsText("moved to To do");
        assertThat(card.locator("h3 a")).isFocused();

        card.locator("[data-to=DONE]").press("Enter");
        assertThat(page.getByLabel("What was done")).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.locator("[data-column=TODO] .board-card")).hasCount(1);
        assertThat(card.locator("h3 a")).isFocused();

        card.locator("[data-to=DONE]").press("Enter");
        page.getByLabel("What was done").fill("All copied");
        page.getByLabel("Minutes spent").fill("-1");
        page.getByLabel("Minutes spent").press("Enter");
        assertThat(page.locator("dialog [role=alert]")).isVisible();
        assertThat(page.getByLabel("What was done")).hasValue("All copied");
        page.getByLabel("Minutes spent").fill("45");
        page.getByLabel("Minutes spent").press("Enter");
        assertThat(page.locator("[data-column=DONE] .board-card")).containsText("45 min of 1 h");

        for (int width : new int[] {768, 1024}) {
            page.setViewportSize(width, 900);
            assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                    .isEqualTo(width);
        }
        assertThat(chromium.errors()).isEmpty();
    }

    @Test
    void saysOnTheCardWhyItDidNotMoveAndPutsItBack(Chromium chromium) {
        ReleaseStory release = ReleaseStory.registered(slipway);
        plan(release, "Copy tables");
        Page page = openBoard(chromium, release);
        release.suspended();

        page.locator(".board-card").dragTo(page.locator("[data-column=DOING]"));

        Locator back = page.locator("[data-column=TODO] .board-card");
        assertThat(back.locator(".board-refusal")).containsText("suspended");
        assertThat(back.locator(".board-held")).isVisible();
        assertThat(page.locator("[data-announcer]")).containsText("Copy tables was not moved");
        assertThat(chromium.errors()).isEmpty();
    }

    @Test
    void movesADeploymentInTheCalendarAndExplainsWhatAnotherHasChangedMeanwhile(Chromium chromium) {
        ReleaseStory release = deployedIn(Duration.ofDays(1));
        String number = release.number();
        Page page = open(chromium, "requester", "/calendar?view=timeline&window=deployment");
        Locator bar = page.locator(".cal-bar[data-number='" + number + "']");
        Locator row = page.locator("[data-row]")
                .filter(new Locator.FilterOptions().setHas(page.locator("[data-number='" + number + "']")));
        String start = release.record().path("deployment").path("start").asText();
        double day = row.boundingBox().width / 35;
        double y = bar.boundingBox().height / 2;
        double x = bar.boundingBox().x - row.boundingBox().x + day / 2;

        bar.dragTo(
                row, new Locator.DragToOptions().setSourcePosition(day / 2, y).setTargetPosition(x + 3 * day, y));
        assertThat(page.locator("[data-message]")).containsText(number + " is now deployed from");
        assertThat(Instant.parse(
                        release.record().path("deployment").path("start").asText()))
                .isCloseTo(Instant.parse(start).plus(3, ChronoUnit.DAYS), within(1, ChronoUnit.HOURS));
        page.locator("[data-message] button").click();
        assertThat(page.locator("[data-message]")).containsText("back where it was");

        double before = bar.boundingBox().x;
        slipway.as("requester")
                .patch(release.path(), Map.of("title", "Payments 4.3"))
                .expect(200);
        bar.dragTo(
                row, new Locator.DragToOptions().setSourcePosition(day / 2, y).setTargetPosition(x + 3 * day, y));
        assertThat(page.locator(".cal-message-bad")).containsText(number + " was not moved");
        assertThat(page.locator(".cal-name").filter(new Locator.FilterOptions().setHasText(number)))
                .containsText("Payments 4.3");
        assertThat(release.record().path("deployment").path("start").asText()).isEqualTo(start);
        assertThat(bar.boundingBox().x).isEqualTo(before);

        bar.press("Enter");
        Locator end = page.locator("[name='deployment.end']");
        end.fill("2020-01-01T10:00");
        end.press("Enter");
        assertThat(page.locator("dialog [role=alert]")).isVisible();
        page.keyboard().press("Escape");
        assertThat(bar).isVisible();
        assertThat(chromium.errors()).isEmpty();
    }

    @Test
    void opensTheReleasesThatAPartOfAChartCounts(Chromium chromium) {
        ReleaseStory.registered(slipway).suspended();
        Page page = open(chromium, "manager", "/insights?executorGroup=operations");
        Locator chart = page.locator("[aria-labelledby=chart-status] canvas");
        chart.scrollIntoViewIfNeeded();

        chart.click(new Locator.ClickOptions()
                .setPosition(ofSuspended(chart, "(bar.base + bar.x) / 2"), ofSuspended(chart, "bar.y")));

        page.waitForURL(url -> url.contains("/releases?"));
        Desktop.isReady(page);
        assertThat(page.url()).contains("status=SUSPENDED", "open=true", "executorGroup=operations");
        assertThat(chromium.errors()).isEmpty();
    }

    private static double ofSuspended(Locator chart, String number) {
        Object found = chart.evaluate("canvas => { const chart = Chart.getChart(canvas);"
                + " const bar = chart.getDatasetMeta(0).data[chart.data.labels.indexOf('Suspended')];"
                + " return " + number + "; }");
        return ((Number) found).doubleValue();
    }

    private Page open(Chromium chromium, String person, String path) {
        return Desktop.logIn(chromium.open(baseUrl + path), person);
    }

    /** The button that applies the filters goes once the script of the board is there; before that nothing can be dragged. */
    private Page openBoard(Chromium chromium, ReleaseStory release) {
        Page page = open(chromium, "operator", "/board?release=" + release.number());
        assertThat(page.locator("[data-apply]")).isHidden();
        return page;
    }

    private ReleaseStory deployedIn(Duration time) {
        Map<String, Object> registration = new HashMap<>(ReleaseStory.registration(slipway));
        Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(time);
        registration.put("deployment", ReleaseStory.window(start, Duration.ofHours(2)));
        return ReleaseStory.registered(slipway, registration);
    }

    private void plan(ReleaseStory release, String title) {
        slipway.as("operator")
                .post(
                        release.path() + "/activities",
                        Map.of(
                                "title",
                                title,
                                "due",
                                Instant.now().plus(Duration.ofHours(4)).toString(),
                                "estimatedMinutes",
                                60))
                .expect(201);
    }
}
