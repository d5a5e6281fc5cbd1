package org.slipway.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitUntilState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.slipway.support.Chromium;
import org.slipway.support.InBrowser;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;
import org.springframework.core.env.Environment;

/**
 * Every page, wide and light, narrow and dark, with whatever opens on it, and full of what somebody has written who means
 * ill: nothing in the way of anybody (WCAG 2.2 AA), nothing wider than the screen, and nothing taken for more than text.
 */
@SlipwayTest
@InBrowser
class EveryPageIT {

    /** Marked where the release, or something else of its kind, stands; what is pressed then, ! if it opens a dialog. */
    private static final String PAGES = """
            - /
            * /releases?text={n}                    [data-bs-target='#more-filters']  .dropdown:has([data-columns]) > button
            * /releases/new?portfolio=general
            * /releases/new?model={key}
            * /releases/{n}                         .sw-record-actions [data-bs-toggle=dropdown]  ![data-sw-action=CANCEL]
            * /releases/{n}?tab=changes
            * /releases/{n}?tab=items
            * /releases/{n}?tab=links
            * /releases/{n}?tab=work
            * /releases/{n}?tab=checklists
            * /releases/{n}?tab=documents
            * /releases/{n}?tab=flow
            * /releases/{n}?tab=history
            * /releases/{n}/edit
            - /exports
            * /board?release={n}
            * /calendar?status=SOLVED               !.cal-bar
            * /calendar?status=SOLVED&view=timeline
            * /insights
            * /cmdb
            * /cmdb?key={item}                      !text=Editar
            * /cmdb/imports
            * /cmdb/baselines                       ![data-rows] .sw-title-link
            * /portfolio                            !.sw-page-head .btn-primary
            * /portfolio/general                    ![data-make]
            * /administration/justifications        ![data-rows] .sw-title-link:has-text('onerror')
            * /administration/solution-categories   ![data-make]
            * /administration/situations
            * /administration/questionnaires        ![data-rows] .sw-title-link:has-text('hostile')
            * /administration/calendars             ![data-rows] .sw-title-link:has-text('onerror')
            * /administration/holidays
            * /administration/contracts
            * /administration/units
            * /administration/locations
            * /administration/classes               ![data-make]
            - /administration/relationship-types
            * /administration/rights
            - /administration/rights-report
            - /administration/overrides
            """;

    private static final int WIDE = 1366;
    private static final int NARROW = 390;
    /** Where a table scrolls sideways, but is a table still. */
    private static final int BETWEEN = 1024;

    private static final String COVERED = """
            [...document.querySelectorAll('table.sw-list')].some(table => {
              const [head, row] = ['thead th', 'tbody tr'].map(each => table.querySelector(each)?.getBoundingClientRect());
              return head?.height && row?.height && row.top < head.bottom - 1;
            })""";

    private static final String TAKEN_FOR_MORE =
            "'hostile' in window || document.querySelector('[onerror], [onclick*=hostile], [src=x]') !== null";

    private final String baseUrl;
    private final SlipwayClient slipway;
    private final SoftAssertions softly = new SoftAssertions();

    EveryPageIT(Environment environment, SlipwayClient slipway) {
        this.baseUrl = "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
        this.slipway = slipway;
    }

    @Test
    void isOpenToEverybodyAndTakesNothingForMoreThanText(Chromium chromium) {
        HostileRelease hostile = HostileRelease.solved(slipway);
        try {
            Page page = chromium.open("es", baseUrl + "/login");
            examine(page, "/login", "body");
            Tasklist.logIn(page, "admin");
            page.waitForURL(baseUrl + "/");
            visit(List.of(page, chromium.beside(page)), lines(hostile));
            visitTasklist(page, hostile.story());
            visitCockpit(page, hostile.story().number());
        } finally {
            hostile.leave();
        }
        softly.assertAll();
        assertThat(chromium.errors()).isEmpty();
    }

    /** One page comes while the other is looked at. */
    private void visit(List<Page> pages, List<String[]> lines) {
        List<String> complaints = new ArrayList<>();
        for (Page page : pages) {
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(page.url() + ": " + message.text());
                }
            });
        }
        for (int at = 0; at <= lines.size(); at++) {
            if (at < lines.size()) {
                Page next = pages.get(at % 2);
                see(next, WIDE, ColorScheme.LIGHT);
                next.navigate(
                        baseUrl + lines.get(at)[1], new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
            }
            if (at > 0) {
                look(pages.get((at - 1) % 2), lines.get(at - 1));
            }
        }
        softly.assertThat(complaints).isEmpty();
    }

    private void look(Page page, String[] line) {
        String path = line[1];
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.bringToFront();
        examine(page, path, "body");
        softly.assertThat(page.locator("body").textContent().contains(HostileRelease.MARKUP))
                .as("what was written stands on " + path)
                .isEqualTo(line[0].equals("*"));
        page.setViewportSize(BETWEEN, 768);
        softly.assertThat(page.evaluate(COVERED))
                .as("rows under the header of " + path)
                .isEqualTo(false);
        for (int step = 2; step < line.length; step++) {
            see(page, WIDE, ColorScheme.LIGHT);
            boolean opens = line[step].startsWith("!");
            page.locator(line[step].substring(opens ? 1 : 0)).first().click();
            if (opens) {
                assertThat(page.locator("dialog[open]")
                                .locator("form, [data-rows]")
                                .first())
                        .isVisible();
            }
            examine(page, path + " " + line[step], opens ? "dialog[open]" : "main");
        }
    }

    private void visitTasklist(Page page, ReleaseStory release) {
        see(page, WIDE, ColorScheme.LIGHT);
        page.navigate(baseUrl + Tasklist.HOME + "#/?task=" + release.task("closeRelease"));
        Tasklist.at(page, release.number());
        assertThat(page.locator("[cam-tasklist-form] .sw-form")).containsText(HostileRelease.MARKUP);
        drawn(page, "[cam-tasklist-form] .sw-form");
        page.getByText("Liberación", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".sw-tab .sw-history")).containsText("{{hostile=1}}");
        drawn(page, ".sw-tab");
    }

    private void visitCockpit(Page page, String number) {
        page.navigate(baseUrl + "/camunda/app/cockpit/default/#/audit/release/" + number);
        assertThat(page.locator(".sw-audit-section", new Page.LocatorOptions().setHasText("{{hostile=1}}"))
                        .first())
                .isVisible();
        drawn(page, ".sw-audit");
        page.locator(".sw-audit tbody a")
                .filter(new Locator.FilterOptions().setHasText("Release deployment"))
                .click();
        assertThat(page.locator(".sw-audit-replay")).isVisible();
        page.locator(".sw-audit-tablist button").nth(1).click();
        drawn(page, ".sw-audit");
    }

    /** A part of ours on a page of Camunda's. */
    private void drawn(Page page, String part) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        softly.assertThat(Barriers.within(page, part)).as(part).isEmpty();
        softly.assertThat(page.evaluate(TAKEN_FOR_MORE)).as(part).isEqualTo(false);
        softly.assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("width with " + part)
                .isLessThanOrEqualTo(WIDE);
    }

    /** Both ways of looking at it; what moves is let come to rest first. */
    private void examine(Page page, String what, String selector) {
        for (boolean wide : new boolean[] {true, false}) {
            see(page, wide ? WIDE : NARROW, wide ? ColorScheme.LIGHT : ColorScheme.DARK);
            softly.assertThat(Barriers.within(page, selector))
                    .as(what + (wide ? ", wide" : ", narrow"))
                    .isEmpty();
            softly.assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as("width of " + what)
                    .isLessThanOrEqualTo(wide ? WIDE : NARROW);
        }
        softly.assertThat(page.evaluate(TAKEN_FOR_MORE)).as(what).isEqualTo(false);
    }

    private static void see(Page page, int width, ColorScheme scheme) {
        page.setViewportSize(width, 768);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    private static List<String[]> lines(HostileRelease hostile) {
        return PAGES.lines()
                .map(line -> line.replace("{n}", hostile.story().number())
                        .replace("{key}", hostile.key())
                        .replace("{item}", URLEncoder.encode(hostile.number(), StandardCharsets.UTF_8))
                        .split(" {2,}|(?<=^.) "))
                .toList();
    }
}
