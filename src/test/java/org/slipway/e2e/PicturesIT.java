package org.slipway.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slipway.support.Chromium;
import org.slipway.support.InBrowser;
import org.slipway.support.SlipwayClient;

/**
 * Takes the pictures of {@code src/docs/images} from a demo that nobody has used yet: every page as somebody whose it is,
 * wide and narrow. Only when a folder is named, see contributing.md.
 */
@InBrowser
@EnabledIfSystemProperty(named = "slipway.pictures", matches = ".+")
class PicturesIT {

    private static final String COCKPIT = "/camunda/app/cockpit/default/#";

    /** Whose page, which picture, where. */
    private static final String DESKTOP = """
            operator  work                 /
            manager   releases             /releases?open=true
            manager   exports              /exports
            manager   register-model       /releases/new?portfolio=general
            manager   register             /releases/new?model=standard
            manager   edit                 /releases/REL-000015/edit
            operator  record               /releases/REL-000011
            operator  record-changes       /releases/REL-000011?tab=changes
            operator  record-items         /releases/REL-000011?tab=items
            operator  record-links         /releases/REL-000011?tab=links
            operator  record-work          /releases/REL-000011?tab=work
            operator  record-checklists    /releases/REL-000010?tab=checklists
            operator  record-documents     /releases/REL-000011?tab=documents
            operator  record-flow          /releases/REL-000011?tab=flow
            operator  record-history       /releases/REL-000001?tab=history
            operator  board                /board
            manager   calendar             /calendar
            manager   timeline             /calendar?view=timeline
            manager   insights             /insights
            operator  cmdb                 /cmdb
            operator  cmdb-item            /cmdb/payments-api
            operator  cmdb-imports         /cmdb/imports
            operator  cmdb-baselines       /cmdb/baselines
            manager   portfolios           /portfolio
            manager   portfolio            /portfolio/general
            admin     administration       /administration
            admin     solution-categories  /administration/solution-categories
            admin     situations           /administration/situations
            admin     questionnaires       /administration/questionnaires
            admin     calendars            /administration/calendars
            admin     holidays             /administration/holidays
            admin     contracts            /administration/contracts
            admin     units                /administration/units
            admin     locations            /administration/locations
            admin     classes              /administration/classes
            admin     relationship-types   /administration/relationship-types
            admin     rights               /administration/rights
            admin     rights-report        /administration/rights-report
            admin     overrides            /administration/overrides
            """;

    private static final Map<String, Object> EXPORT = Map.of("format", "csv");
    private static final Map<String, Object> BASELINE =
            Map.of("name", "Before the holidays", "configurationItems", List.of("payments-api", "payments-gateway"));

    private final Path folder = Path.of(System.getProperty("slipway.pictures", ""));
    private final String baseUrl = System.getProperty("slipway.pictures.of", "http://127.0.0.1:8080");

    @Test
    void ofTheDesktop(Chromium chromium) {
        SlipwayClient.at(baseUrl).as("manager").post("/api/exports", EXPORT).expect(202);
        SlipwayClient.at(baseUrl)
                .as("operator")
                .post("/api/baselines", BASELINE)
                .expect(201);
        Map<String, Page> pages = new HashMap<>();
        DESKTOP.lines().map(line -> line.split(" +")).forEach(line -> {
            Page page = pages.computeIfAbsent(line[0], person -> open(chromium, person, "/"));
            page.navigate(baseUrl + line[2]);
            both(page, "desktop-" + line[1], "main h1");
        });
    }

    @Test
    void ofTheLogin(Chromium chromium) {
        both(chromium.open(baseUrl + "/login"), "login", "form");
    }

    @Test
    void ofTasklist(Chromium chromium) {
        Tasklist operator = Tasklist.of(chromium, "en", baseUrl, "operator");
        operator.open("My groups' tasks", "Execute release", "REL-000011").claim();
        operator.choose("SOLVED").form().locator(".sw-heading").scrollIntoViewIfNeeded();
        take(operator.page(), "tasklist-task", "form.sw-form");
        operator.releaseTab();
        take(operator.page(), "tasklist-release", ".sw-tab .sw-action-bar");

        Tasklist manager = Tasklist.of(chromium, "en", baseUrl, "manager");
        ReleasesDialog releases = manager.releases().find("REL-000011");
        take(manager.page(), "tasklist-releases", "dialog .sw-detail .sw-number");
        releases.close();
        manager.startRelease();
        take(manager.page(), "tasklist-start", "form[name=registerRelease]");

        Tasklist approver = Tasklist.of(chromium, "en", baseUrl, "approver");
        approver.page().setViewportSize(1366, 1100);
        approver.open("My groups' tasks", "Approve release", "REL-000015");
        approver.form().locator(".sw-impact-block > summary").click();
        take(approver.page(), "tasklist-impact", ".sw-impact-list");
    }

    @Test
    void ofCockpit(Chromium chromium) {
        Page page = open(chromium, "auditor", COCKPIT + "/audit");
        both(page, "cockpit-audit", ".sw-audit tbody a");
        page.navigate(baseUrl + COCKPIT + "/audit/release/REL-000005");
        both(page, "cockpit-release", ".sw-audit code");
        page.navigate(baseUrl + COCKPIT + "/audit/journal");
        both(page, "cockpit-journal", ".sw-audit tbody code");

        page.navigate(baseUrl + COCKPIT + "/audit/verification");
        page.locator(".sw-audit-verify").click();
        take(page, "cockpit-verification", ".sw-audit-verdict-good");
        narrow(page);
        take(page, "cockpit-verification-narrow", ".sw-audit-verdict-good");

        wide(page);
        page.navigate(baseUrl + COCKPIT + "/audit/release/REL-000003");
        link(page.locator(".sw-audit tbody"), "Release deployment").click();
        both(page, "cockpit-history", ".sw-audit-replay");
        link(page.locator(".sw-audit-crumbs"), "Release deployment").click();
        both(page, "cockpit-definition", ".djs-overlays .sw-audit-count");
        page.navigate(page.url().replaceFirst("/history.*", "/runtime"));
        take(page, "cockpit", "text=Called Process Definitions");
    }

    private Page open(Chromium chromium, String person, String path) {
        Page page = chromium.open(baseUrl + "/login");
        Tasklist.logIn(page, person);
        page.waitForURL(baseUrl + "/");
        page.navigate(baseUrl + path);
        return page;
    }

    private static Locator link(Locator place, String text) {
        return place.locator("a").filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + text + "$")));
    }

    /** As it opens at either size, when something of it is there to be seen. */
    private void both(Page page, String name, String sign) {
        take(page, name, sign);
        narrow(page);
        page.reload();
        take(page, name + "-narrow", sign);
        wide(page);
    }

    private static void narrow(Page page) {
        page.setViewportSize(390, 844);
    }

    private static void wide(Page page) {
        page.setViewportSize(1366, 768);
    }

    private void take(Page page, String name, String sign) {
        assertThat(page.locator(sign).first()).isVisible();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(page.locator(":text('Loading…'):visible")).hasCount(0);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(folder.resolve(name + ".png"))
                .setAnimations(ScreenshotAnimations.DISABLED));
    }
}
