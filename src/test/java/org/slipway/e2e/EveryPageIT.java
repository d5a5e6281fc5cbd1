package org.slipway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slipway.support.Chromium;
import org.slipway.support.InBrowser;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;
import org.springframework.core.env.Environment;

/** Every page, wide and light, narrow and dark: nothing in the way of anybody (WCAG 2.2 AA), and nothing wider than the screen. */
@SlipwayTest
@InBrowser
class EveryPageIT {

    private static final List<String> PAGES = List.of(
            "/",
            "/releases?open=true",
            "/releases/new?portfolio=general",
            "/releases/new?model=standard",
            "/releases/{n}",
            "/releases/{n}/edit",
            "/board",
            "/calendar",
            "/insights",
            "/cmdb",
            "/cmdb/imports",
            "/cmdb/baselines",
            "/portfolio",
            "/portfolio/general",
            "/administration",
            "/administration/calendars",
            "/administration/rights",
            "/administration/rights-report",
            "/administration/overrides");

    /** Where a table scrolls sideways, but is a table still. */
    private static final int BETWEEN = 1024;

    private static final String COVERED = """
            [...document.querySelectorAll('table.sw-list')].some(table => {
              const [head, row] = ['thead th', 'tbody tr'].map(each => table.querySelector(each)?.getBoundingClientRect());
              return head?.height && row?.height && row.top < head.bottom - 1;
            })""";

    private final String baseUrl;
    private final SlipwayClient slipway;

    EveryPageIT(Environment environment, SlipwayClient slipway) {
        this.baseUrl = "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
        this.slipway = slipway;
    }

    @ParameterizedTest
    @CsvSource({"en, 1366, 768, LIGHT", "es, 480, 800, DARK"})
    void isOpenToEverybody(String language, int width, int height, ColorScheme scheme, Chromium chromium) {
        String number = ReleaseStory.registered(slipway).number();
        Page page = chromium.open(language, baseUrl + "/login");
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        Tasklist.logIn(page, "admin");
        page.waitForURL(baseUrl + "/");
        page.setViewportSize(width, height);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));

        SoftAssertions softly = new SoftAssertions();
        for (String path : PAGES) {
            page.navigate(baseUrl + path.replace("{n}", number));
            page.waitForLoadState(LoadState.NETWORKIDLE);
            softly.assertThat(violations(page)).as(path).isEmpty();
            softly.assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as("width of " + path)
                    .isLessThanOrEqualTo(width);
            page.setViewportSize(BETWEEN, height);
            softly.assertThat(page.evaluate(COVERED))
                    .as("rows under the header of " + path)
                    .isEqualTo(false);
            page.setViewportSize(width, height);
        }
        softly.assertAll();
        assertThat(complaints).isEmpty();
        assertThat(chromium.errors()).isEmpty();
    }

    private static List<String> violations(Page page) {
        return new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(EveryPageIT::told)
                        .toList();
    }

    private static String told(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList();
    }
}
