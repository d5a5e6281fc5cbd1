package org.slipway.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slipway.support.Chromium;
import org.slipway.support.InBrowser;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;
import org.springframework.core.env.Environment;

/**
 * What a release reaches beyond its own configuration items, seen where one decides. The release takes two hosts of four: a
 * pool keeps the half that it needs, an application on one of them does not, and a service and 31 shops need that.
 */
@SlipwayTest
@InBrowser
class TasklistImpactIT {

    private static final String ITEMS = """
            key,name,class,criticality,owner,redundancy
            seen-1,,Host,,,
            seen-2,,Host,,,
            seen-3,,Host,,,
            seen-4,,Host,,,
            seen-pool,Pool of hosts,Cluster,HIGH,Platform team,has_member=50%
            seen-app,Bookings,Application,,,
            seen-service,Travel,Service,CRITICAL,Ana Ruiz,
            """;

    private static final String RELATIONSHIPS = """
            from,to,type
            seen-pool,seen-1,has_member
            seen-pool,seen-2,has_member
            seen-pool,seen-3,has_member
            seen-pool,seen-4,has_member
            seen-app,seen-1,runs_on
            seen-service,seen-app,depends_on
            """;

    private final String baseUrl;
    private final SlipwayClient slipway;

    TasklistImpactIT(Environment environment, SlipwayClient slipway) {
        this.baseUrl = "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
        this.slipway = slipway;
    }

    @Test
    void showsTheApproverWhoIsReachedAndWarnsOnceThatIsNoLongerWhatWasApproved(Chromium chromium) {
        ReleaseStory release = releaseOfTwoHosts().planned();
        Tasklist approver = Tasklist.of(chromium, "en", baseUrl, "approver");
        approver.follow(release.task("approveRelease"), release.number());
        Locator impact = approver.form().locator(".sw-impact");

        assertThat(impact).containsText("33 impacted");
        assertThat(impact).containsText("1 weakened");
        impact.locator("summary").press("Enter");
        Locator impacted = rows(impact, "Impacted");
        assertThat(impacted.first()).containsText("Travel");
        assertThat(impacted.first()).containsText("Critical");
        assertThat(impacted.first().locator(".sw-path li"))
                .hasText(new String[] {"seen-service", "seen-app", "seen-1"});
        assertThat(rows(impact, "Weakened")).hasCount(1);
        assertThat(rows(impact, "Weakened")).containsText("lost 2 of 4, needs 2 (has_member)");
        assertThat(impact).containsText("Ana Ruiz, Platform team");

        impact.locator("button").filter(having("Show more")).first().click();
        assertThat(impacted).hasCount(33);
        impact.getByLabel("Criticality").selectOption("CRITICAL");
        assertThat(impacted).hasCount(1);
        impact.getByLabel("Environment").fill("nowhere");
        impact.getByLabel("Environment").press("Enter");
        assertThat(impact).containsText("No CI matches");
        assertThat(approver.form().locator(".sw-alert")).hasCount(0);

        approver.claim().choose("APPROVED").complete();
        slipway.as("operator")
                .patch("/api/configuration-items/seen-4", Map.of("status", "DEACTIVATED"))
                .expect(200);

        Tasklist requester = Tasklist.of(chromium, "en", baseUrl, "requester");
        requester.follow(release.task("authoriseRelease"), release.number());
        Locator warning = requester.form().locator(".sw-impact .sw-alert-warn");
        assertThat(warning).containsText("The impact has changed since it was approved on");
        assertThat(warning).containsText("by approver");
        assertThat(warning).containsText("+ Newly impacted: seen-pool");
        assertThat(warning).containsText("− No longer weakened: seen-pool");
        assertThat(chromium.errors()).isEmpty();
    }

    @Test
    void asksForNoImpactOfAReleaseWithoutConfigurationItems(Chromium chromium) {
        ReleaseStory release = ReleaseStory.registered(slipway);
        Tasklist operator = Tasklist.of(chromium, "en", baseUrl, "operator");
        List<String> asked = new ArrayList<>();
        operator.page().onRequest(request -> asked.add(request.url()));

        operator.follow(release.task("planRelease"), release.number());

        assertThat(operator.form().locator(".sw-linked")).hasCount(2);
        assertThat(operator.form().locator(".sw-impact")).isHidden();
        assertThat(asked).isNotEmpty().noneMatch(url -> url.contains("/impact?"));
    }

    private ReleaseStory releaseOfTwoHosts() {
        StringBuilder items = new StringBuilder(ITEMS);
        StringBuilder relationships = new StringBuilder(RELATIONSHIPS);
        for (int shop = 1; shop <= 31; shop++) {
            items.append("seen-shop-%d,,Shop,LOW,,%n".formatted(shop));
            relationships.append("seen-shop-%d,seen-service,depends_on%n".formatted(shop));
        }
        SlipwayClient csv = slipway.as("operator").with("Content-Type", "text/csv");
        csv.post("/api/configuration-items/import", items.toString()).expect(200);
        csv.post("/api/configuration-items/import", relationships.toString()).expect(200);
        Map<String, Object> registration = new HashMap<>(ReleaseStory.registration(slipway));
        registration.put("configurationItems", List.of("seen-1", "seen-2"));
        return ReleaseStory.registered(slipway, registration);
    }

    private static Locator rows(Locator impact, String effect) {
        return impact.locator(".sw-impact-list").filter(having(effect)).locator(".sw-links-rows > li");
    }

    private static Locator.FilterOptions having(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
