package org.slipway.webapps;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.slipway.support.Chromium;
import org.slipway.support.InBrowser;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;
import org.springframework.core.env.Environment;

/** The way in and out as a person at a browser goes it. */
@SlipwayTest
@InBrowser
class OneLoginIT {

    private final String baseUrl;

    OneLoginIT(Environment environment) {
        this.baseUrl = "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
    }

    @Test
    void leadsThroughTheLoginToTheTaskThatALinkNames(Chromium chromium) {
        String link = baseUrl + "/camunda/app/tasklist/default/#/?searchQuery=%5B%5D&task=4711";
        Page page = chromium.open("en", link);

        login(page, "User name", "Password", "Log in", "operator");

        page.waitForURL(Pattern.compile(".*/camunda/app/tasklist/default/#/.*task=4711.*"));
        assertThat(page.getByText("My groups' tasks").first()).isVisible();
        assertThat(chromium.errors()).isEmpty();
    }

    @Test
    void endsWithALogoutInTasklistAtOurLogin(Chromium chromium) {
        Page page = chromium.open("en", baseUrl + "/");
        login(page, "User name", "Password", "Log in", "operator");
        page.waitForURL(baseUrl + "/");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tasklist"))
                .click();
        page.waitForURL(Pattern.compile(".*/camunda/app/tasklist/default/.*"));

        page.locator(".account .dropdown-toggle").click();
        page.locator(".account .logout a").click();

        page.waitForURL(baseUrl + "/login");
        page.navigate(baseUrl + "/camunda/app/tasklist/default/");
        page.waitForURL(baseUrl + "/login");
    }

    @Test
    void tellsInThePersonsLanguageThatTheLoginFailed(Chromium chromium) {
        Page page = chromium.open("pt-BR", baseUrl + "/login");

        page.getByLabel("Usuário").fill("operator");
        page.getByLabel("Senha").fill("wrong");
        page.getByRole(AriaRole.BUTTON).click();

        Locator failed = page.getByRole(AriaRole.ALERT);
        assertThat(failed).containsText("Não foi possível entrar");
        assertThat(page.getByLabel("Usuário")).hasAccessibleDescription(Pattern.compile("Não foi possível.*"));
        assertThat(page.locator("html")).hasAttribute("lang", "pt");
    }

    @Test
    void opensCockpitToAnAuditor(Chromium chromium) {
        Page page = chromium.open("en", baseUrl + "/");

        login(page, "User name", "Password", "Log in", "auditor");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Cockpit"))
                .click();
        page.waitForURL(Pattern.compile(".*/camunda/app/cockpit/default/.*"));
        assertThat(page.getByText("Right Now").first()).isVisible();
        page.navigate(baseUrl + "/camunda/app/cockpit/default/#/processes");
        assertThat(page.getByText("release-lifecycle")
                        .or(page.getByText("Release lifecycle"))
                        .first())
                .isVisible();
        assertThat(chromium.errors()).isEmpty();
    }

    private static void login(Page page, String name, String password, String submit, String person) {
        page.getByLabel(name).fill(person);
        page.getByLabel(password).fill(SlipwayClient.PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(submit))
                .click();
    }
}
