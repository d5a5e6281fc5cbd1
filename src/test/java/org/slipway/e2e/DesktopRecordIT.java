package org.slipway.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.slipway.support.Chromium;
import org.slipway.support.InBrowser;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;
import org.springframework.core.env.Environment;

/** A release on its own page: written down, acted on, followed through its models, and edited by two at once. */
@SlipwayTest
@InBrowser
class DesktopRecordIT {

    private final String baseUrl;
    private final SlipwayClient slipway;

    DesktopRecordIT(Environment environment, SlipwayClient slipway) {
        this.baseUrl = "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
        this.slipway = slipway;
    }

    @Test
    void registersAReleaseWithItsFileAndKeepsWhatWasTypedUntilThen(Chromium chromium) {
        String change = ReleaseStory.change(slipway);
        Page page = open(chromium, "requester", "/releases/new?model=standard");
        takesAnswers(page);
        assertThat(page.locator("#executorGroup")).hasValue("Operations");
        page.locator("#title").fill("Search index 4");
        page.locator("#risk").selectOption("LOW");
        page.locator("#impact").selectOption("HIGH");
        page.locator("#urgency").selectOption("HIGH");
        assertThat(page.locator("[data-sw-priority]")).containsText("1 · Critical");

        submit(page);
        assertThat(page.locator(".sw-has-error").first()).containsText("This has to be answered");
        Desktop.reload(page);
        takesAnswers(page);
        assertThat(page.locator("#title")).hasValue("Search index 4");

        page.locator("#description").fill("A new index");
        page.locator("#changes").pressSequentially(change);
        page.locator(".sw-suggestions li").first().click();
        fillWindows(page);
        page.locator("#files")
                .setInputFiles(new FilePayload(
                        "plan.txt", "text/plain", "Stop, copy, start".getBytes(StandardCharsets.UTF_8)));
        submit(page);

        page.waitForURL(Pattern.compile(".*/releases/REL-\\d+"));
        Desktop.isReady(page);
        assertThat(page.locator(".sw-notice")).containsText("is registered");
        assertThat(page.locator("[aria-current=step]")).containsText("Registered");
        tab(page, "Documents").click();
        assertThat(page.locator(".sw-files")).containsText("plan.txt");
        page.getByLabel("Remove plan.txt").click();
        page.locator(".sw-files .btn-danger").click();
        assertThat(page.locator(".sw-files")).containsText("Nothing is attached");
        assertThat(chromium.errors()).isEmpty();
    }

    @Test
    void actsOnAReleaseAndShowsInItsModelsWhatIsOnHold(Chromium chromium) {
        ReleaseStory release = ReleaseStory.registered(slipway).planned();
        Page page = open(chromium, "manager", "/releases/" + release.number());

        Locator dialog = page.locator("dialog.sw-action-dialog");
        page.locator(".sw-record-actions [data-bs-toggle=dropdown]").click();
        page.locator("[data-sw-action=SHARE]").click();
        dialog.getByLabel("Person").pressSequentially("requester");
        dialog.locator(".sw-suggestions [role=option]").first().click();
        dialog.getByLabel("or group").selectOption("operations");
        dialog.locator("[type=submit]").click();
        assertThat(page.locator(".sw-notice")).containsText("shared");
        page.navigate(baseUrl + "/releases/" + release.number() + "?tab=history");
        assertThat(page.locator(".sw-history")).containsText("requester");
        assertThat(page.locator(".sw-history")).containsText("operations");

        page.locator("[data-sw-action=SUSPEND]").click();
        assertThat(dialog).containsText("Its tasks and timers freeze");
        dialog.locator("[type=submit]").click();
        assertThat(dialog.locator(".sw-has-error")).hasCount(1);
        dialog.locator("select").selectOption(new SelectOption().setIndex(1));
        dialog.locator("[type=submit]").click();

        assertThat(page.locator(".sw-notice")).containsText("is suspended");
        assertThat(page.locator(".sw-way")).containsText("Suspended since");
        tab(page, "Flow").click();
        assertThat(page.locator(".sw-flow-held[data-element-id=approveRelease]"))
                .isVisible();
        page.locator(".sw-flow-runs button").first().click();
        assertThat(page.locator(".sw-flow-current[data-element-id=reactivateRelease]"))
                .isVisible();
        assertThat(page.locator(".sw-flow-words")).containsText("Reactivate release");
        assertThat(page.locator(".bjs-powered-by")).isVisible();
        assertThat(chromium.errors()).isEmpty();
    }

    @Test
    void placesAReleaseUnderLegalHoldAndLiftsIt(Chromium chromium) {
        ReleaseStory release = ReleaseStory.registered(slipway);
        Page page = open(chromium, "admin", "/releases/" + release.number());
        Locator dialog = page.locator("dialog.sw-action-dialog");

        page.locator(".sw-record-actions [data-bs-toggle=dropdown]").click();
        page.locator("[data-sw-action=HOLD]").click();
        assertThat(dialog).containsText("Nothing of it is removed or erased");
        dialog.locator("textarea").fill("Case 20");
        dialog.locator("[type=submit]").click();
        assertThat(page.locator(".sw-held")).containsText("Case 20");
        page.locator(".sw-record-actions [data-bs-toggle=dropdown]").click();
        page.locator("[data-sw-action=LIFT_HOLD]").click();
        dialog.locator("textarea").fill("Settled & done");
        dialog.locator("[type=submit]").click();

        assertThat(page.locator(".sw-notice")).containsText("no longer under legal hold");
        assertThat(page.locator(".sw-held")).hasCount(0);
        assertThat(chromium.errors()).isEmpty();
    }

    @Test
    void drawsWhatFailsWithTheReleaseAndListsItForTheKeyboard(Chromium chromium) {
        String host = "host-" + UUID.randomUUID();
        String shop = "shop-" + UUID.randomUUID();
        SlipwayClient operator = slipway.as("operator");
        operator.post("/api/configuration-items", Map.of("key", host)).expect(201);
        operator.post("/api/configuration-items", Map.of("key", shop)).expect(201);
        operator.post("/api/configuration-items/relationships", Map.of("from", shop, "to", host, "type", "depends_on"))
                .expect(201);
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        registration.put("configurationItems", List.of(host));
        ReleaseStory release = ReleaseStory.registered(slipway, registration);
        Page page = open(chromium, "operator", "/releases/" + release.number() + "?tab=items");

        Locator item = page.locator(".sw-graph-list [data-key='" + shop + "']");
        item.press("Enter");

        assertThat(item).hasAttribute("aria-pressed", "true");
        assertThat(item).containsText("Impacted");
        assertThat(item).containsText(host);
        assertThat(page.locator(".sw-graph-canvas canvas").first()).isVisible();
        assertThat(chromium.errors()).isEmpty();
    }

    @Test
    void tellsWhatAnotherHasChangedMeanwhileAndSavesNothingElseThanWhatWasTyped(Chromium chromium) {
        ReleaseStory release = ReleaseStory.registered(slipway);
        Page page = edit(chromium, release);
        slipway.as("requester").patch(release.path(), Map.of("version", "7.7")).expect(200);

        page.locator("#description").fill("Written by the manager");
        submit(page);

        assertThat(page.locator(".sw-note")).containsText("Somebody else has changed this release meanwhile");
        assertThat(page.locator(".sw-note li")).containsText("Version 7.7");
        assertThat(page.locator("#version")).hasValue("7.7");
        assertThat(page.locator("#description")).hasValue("Written by the manager");
        submit(page);

        page.waitForURL(baseUrl + "/releases/" + release.number());
        Desktop.isReady(page);
        assertThat(release.record().path("description").asText()).isEqualTo("Written by the manager");
        assertThat(release.record().path("version").asText()).isEqualTo("7.7");
        tab(page, "History").click();
        assertThat(page.locator(".sw-history")).containsText("Changes: + CHG-T");
        assertThat(page.locator(".sw-history")).containsText("Version: 4.2 → 7.7");
        assertThat(chromium.errors()).isEmpty();
    }

    @Test
    void leavesTheChoiceWhereBothHaveChangedTheSame(Chromium chromium) {
        ReleaseStory release = ReleaseStory.registered(slipway);
        Page page = edit(chromium, release);
        slipway.as("requester").patch(release.path(), Map.of("title", "Theirs")).expect(200);

        page.locator("#title").fill("Mine");
        page.locator("#version").fill("8.8");
        submit(page);
        assertThat(page.locator("#title")).hasValue("Mine");
        page.locator(".sw-note button").click();
        assertThat(page.locator("#title")).hasValue("Theirs");
        submit(page);

        page.waitForURL(baseUrl + "/releases/" + release.number());
        Desktop.isReady(page);
        assertThat(release.record().path("title").asText()).isEqualTo("Theirs");
        assertThat(release.record().path("version").asText()).isEqualTo("8.8");
    }

    @Test
    void bringsBackWhatWasTypedWithoutUndoingWhatOthersHaveDoneSince(Chromium chromium) {
        ReleaseStory release = ReleaseStory.registered(slipway);
        Page page = edit(chromium, release);
        page.locator("#description").fill("Typed before the break");
        String kept = "Object.keys(localStorage).some(each => each.startsWith('slipway:typed'))";
        await().pollInSameThread().until(() -> Boolean.TRUE.equals(page.evaluate(kept)));
        slipway.as("requester").patch(release.path(), Map.of("version", "7.7")).expect(200);

        Desktop.reload(page);
        takesAnswers(page);
        assertThat(page.locator("#description")).hasValue("Typed before the break");
        assertThat(page.locator("#version")).hasValue("7.7");
        submit(page);

        page.waitForURL(baseUrl + "/releases/" + release.number());
        Desktop.isReady(page);
        assertThat(release.record().path("description").asText()).isEqualTo("Typed before the break");
        assertThat(release.record().path("version").asText()).isEqualTo("7.7");
        assertThat(chromium.errors()).isEmpty();
    }

    private Page edit(Chromium chromium, ReleaseStory release) {
        Page page = open(chromium, "manager", "/releases/" + release.number() + "/edit");
        takesAnswers(page);
        return page;
    }

    private static void takesAnswers(Page page) {
        assertThat(page.locator("[data-release-form]:not([inert])")).isVisible();
    }

    private Page open(Chromium chromium, String person, String path) {
        return Desktop.logIn(chromium.open(baseUrl + path), person);
    }

    private static Locator tab(Page page, String name) {
        return page.locator(".sw-tabs a").filter(new Locator.FilterOptions().setHasText(name));
    }

    private static void submit(Page page) {
        page.locator(".sw-register-foot [type=submit]").click();
    }

    private static void fillWindows(Page page) {
        LocalDateTime start = LocalDateTime.now().plusDays(1);
        String[] fields = {"planning-start", "planning-end", "deployment-start", "deployment-end"};
        for (int i = 0; i < fields.length; i++) {
            String time = start.plusHours(i).format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm"));
            page.locator("#" + fields[i]).fill(time);
        }
    }
}
