package org.slipway.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slipway.support.Chromium;
import org.slipway.support.InBrowser;
import org.slipway.support.SlipwayTest;
import org.springframework.core.env.Environment;

/** The first page of each of Camunda's applications with our scripts in it. */
@SlipwayTest
@InBrowser
class StartPagesIT {

    private final String baseUrl;

    StartPagesIT(Environment environment) {
        this.baseUrl = "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
    }

    @ParameterizedTest
    @CsvSource({
        "tasklist, .task-filters .task-filter",
        "cockpit, text=Right Now",
        "admin, .dashboard",
        "welcome, .webapps",
    })
    void openWithoutAComplaint(String application, String sign, Chromium chromium) {
        Page page = chromium.open(baseUrl + "/login");
        Tasklist.logIn(page, "admin");
        page.waitForURL(baseUrl + "/");
        List<String> complaints = complaintsOf(page);

        page.navigate(baseUrl + "/camunda/app/" + application + "/default/");

        assertThat(page.locator(sign).first()).isVisible();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(complaints).isEmpty();
        assertThat(chromium.errors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void openToNobodyWhoHasNotLoggedIn(String application, Chromium chromium) {
        Page page = chromium.open(baseUrl + "/camunda/app/" + application + "/default/");

        page.waitForURL(baseUrl + "/login");
        assertThat(page.locator("input[name=password]")).isVisible();
        assertThat(chromium.errors()).isEmpty();
    }

    private static List<String> complaintsOf(Page page) {
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text() + " at " + message.location());
            }
        });
        page.onResponse(response -> {
            if (response.status() >= 400) {
                complaints.add(response.status() + " " + response.url());
            }
        });
        return complaints;
    }
}
