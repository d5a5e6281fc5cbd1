package org.slipway.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slipway.audit.VerifyCommand;
import org.slipway.support.Chromium;
import org.slipway.support.InBrowser;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;
import org.springframework.core.env.Environment;

/** What auditors came for: the whole way of a release, who answers for it, proof to take along; and no way to change any of it. */
@SlipwayTest
@InBrowser
class AuditorStoryIT {

    private static final String COCKPIT = "/camunda/app/cockpit/default/";
    private static final String ENGINE = "/camunda/api/engine/engine/default/";
    private static final String KEY = "src/test/resources/audit/pack-key.pem";
    private static final Pattern PLACE_AND_TIME = Pattern.compile("Step \\d+ of \\d+ · [^·]+ · ");

    /** As our own pages and Camunda's send it: with the session, and the token of whoever is asked. */
    private static final String SEND = """
            async ([method, path, body]) => {
              const token = name => document.cookie.split('; ').find(each => each.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
              const file = new FormData();
              file.append('file', new Blob(['planted']), 'planted.txt');
              const headers = { 'X-SLIPWAY-XSRF': token('SLIPWAY-XSRF'), 'X-XSRF-TOKEN': token('XSRF-TOKEN') };
              if (body) headers['Content-Type'] = 'application/json';
              const answer = await fetch(path, { method, headers, body: body ?? (method === 'POST' ? file : undefined) });
              return `${answer.status} ${await answer.text()}`;
            }
            """;

    private final String baseUrl;
    private final SlipwayClient slipway;

    @TempDir
    Path folder;

    AuditorStoryIT(Environment environment, SlipwayClient slipway) {
        this.baseUrl = "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
        this.slipway = slipway;
    }

    @Test
    void findsReplaysAndProvesAConcludedAReopenedAndACancelledRelease(Chromium chromium) {
        ReleaseStory concluded = ReleaseStory.registered(slipway).concluded();
        ReleaseStory reopened = ReleaseStory.registered(slipway).concluded().reopened("DEPLOYMENT");
        ReleaseStory cancelled =
                ReleaseStory.registered(slipway).planned().approved().cancelled();
        Page page = cockpit(chromium);

        find(page, concluded, "Concluded");
        assertThat(page.locator(".sw-audit-approved")).containsText("approver");
        isProven(page, concluded);
        assertThat(replayed(page, "Release deployment", 0))
                .containsExactly(
                        "Deployment started – done",
                        "Attempt begun – done",
                        "Authorise release – done · requester",
                        "Record authorisation – done",
                        "Execution authorised? – done",
                        "Deployment window open? – done",
                        "Window reached – done",
                        "Execute release – done",
                        "Execution solved? – done",
                        "Record execution – done",
                        "Test release – done",
                        "Test solved? – done",
                        "Homologate release – done",
                        "Homologation solved? – done",
                        "Record solution – done",
                        "Release deployed – done");

        find(page, reopened, "Reopened");
        isProven(page, reopened);
        assertThat(part(page, "Process instances").locator(".sw-audit-root")).hasCount(2);
        assertThat(replayed(page, "Release lifecycle", 0))
                .containsSubsequence(
                        "Release registered – done",
                        "Plan release – done",
                        "Deploy release – done",
                        "Release concluded – done");
        page.goBack();
        assertThat(replayed(page, "Release lifecycle", 1))
                .containsExactly(
                        "Release reopened – done",
                        "Reopen release – done",
                        "Which phase? – done",
                        "Deployment entered – done",
                        "Deploy release – begun");

        find(page, cancelled, "Cancelled");
        assertThat(page.locator(".sw-audit-approved")).containsText("approver");
        isProven(page, cancelled);
        assertThat(replayed(page, "Release lifecycle", 0))
                .containsSubsequence(
                        "Release registered – done",
                        "Plan release – done",
                        "Deploy release – begun",
                        "Deploy release – cancelled",
                        "Cancellation requested – done",
                        "Deployment in effect? – done",
                        "Release cancelled – done");
        assertThat(chromium.errors()).isEmpty();
    }

    /** By the number, as somebody has it on a sheet of paper. */
    private static void find(Page page, ReleaseStory release, String status) {
        page.locator(".Header a[href='#/audit']").click();
        page.locator(".sw-audit input[name=text]").fill(release.number());
        page.locator(".sw-audit form [type=submit]").first().click();
        Locator found = page.locator(".sw-audit tbody tr");
        assertThat(found).hasCount(1);
        assertThat(found).containsText(status);
        found.locator("a").click();
        Locator decisions = part(page, "Decisions").locator("tbody tr");
        assertThat(decisions.first()).containsText("approver");
        assertThat(decisions.first()).containsText("Approve release");
        assertThat(decisions.first()).containsText("Approved");
    }

    /** The journal says that it is whole; and so does the pack, away from the application that made it. */
    private void isProven(Page page, ReleaseStory release) {
        part(page, "Verification").locator(".sw-audit-verify").click();
        assertThat(part(page, "Verification").locator(".sw-audit-verdict-good")).hasText("The journal is intact.");

        Download pack =
                page.waitForDownload(() -> page.locator(".sw-audit a[download]").click());
        assertThat(pack.suggestedFilename()).isEqualTo(release.number() + "-audit-pack.zip");
        Path file = folder.resolve(pack.suggestedFilename());
        pack.saveAs(file);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int end = VerifyCommand.run(new String[] {"verify", file.toString(), KEY}, new PrintStream(said, true, UTF_8));
        assertThat(said.toString(UTF_8)).startsWith("whole: audit pack of " + release.number());
        assertThat(end).isZero();
    }

    /** Opens one of the release's process instances, and goes through it from the first step to the last. */
    private static List<String> replayed(Page page, String model, int which) {
        part(page, "Process instances")
                .locator("tbody a")
                .filter(new Locator.FilterOptions().setHasText(model))
                .nth(which)
                .click();
        Locator replay = page.locator(".sw-audit-replay");
        Locator told = replay.locator(".sw-audit-step");
        int steps = Integer.parseInt(replay.locator("input").getAttribute("max"));
        replay.locator("input").press("Home");
        assertThat(told).containsText("Before the first step");
        List<String> path = new ArrayList<>();
        for (int step = 1; step <= steps; step++) {
            replay.locator("input").press("ArrowRight");
            String text = told.textContent();
            assertThat(text).startsWith("Step %d of %d ".formatted(step, steps));
            take(path, PLACE_AND_TIME.matcher(text).replaceFirst(""));
        }
        return path;
    }

    /** Begun and then done is done; what took less than five milliseconds is shown as passed, which is the same. */
    private static void take(List<String> path, String step) {
        String told = step.replace(" – passed", " – done");
        if (!path.isEmpty() && path.get(path.size() - 1).equals(told.replace(" – done", " – begun"))) {
            path.remove(path.size() - 1);
        }
        path.add(told);
    }

    @Test
    void changesNothingInWhicheverWayItIsTried(Chromium chromium) {
        ReleaseStory release = ReleaseStory.registered(slipway);
        String before = release.record().toString();
        String instance = first("/engine-rest/process-instance?businessKey=" + release.number());
        String task = release.task("planRelease");
        Page page = cockpit(chromium);

        page.navigate(baseUrl + "/releases/" + release.number());
        assertThat(page.locator("[data-sw-action]")).hasCount(1);
        assertThat(page.locator("[data-sw-action]")).hasAttribute("data-sw-action", "FOLLOW");
        page.navigate(baseUrl + "/releases/" + release.number() + "/edit");
        assertThat(page).hasURL(baseUrl + "/releases/" + release.number());
        page.navigate(baseUrl + "/releases/new");
        assertThat(page).hasURL(baseUrl + "/releases");
        page.navigate(baseUrl + "/releases?text=" + release.number());
        assertThat(page.locator("#" + release.number())).isVisible();
        assertThat(page.locator("#" + release.number() + " [data-claim]")).hasCount(0);
        page.navigate(baseUrl + "/administration/rights");
        assertThat(page.locator("main .reg-matrix")).isVisible();
        assertThat(page.locator("main .reg-matrix input:enabled")).hasCount(0);
        page.navigate(baseUrl + Tasklist.HOME);
        assertThat(page.locator("body")).containsText("You are not allowed to do this");

        page.navigate(baseUrl + COCKPIT + "#/process-instance/" + instance + "/runtime");
        isRefusedByCockpit(page, ".btn-suspend-action", "Suspend");
        isRefusedByCockpit(page, "[uib-tooltip='Delete running process instance']", "Delete");

        for (List<String> attempt : attempts(release, instance, task)) {
            Object answer = page.evaluate(SEND, attempt);
            assertThat(answer).as("%s", attempt).asString().startsWith("403 ");
        }
        // The session and its tokens are good: a question is answered.
        assertThat(page.evaluate(SEND, List.of("POST", ENGINE + "task/count", "{}")))
                .asString()
                .startsWith("200 ");
        assertThat(release.record().toString()).isEqualTo(before);
        assertThat(release.openTasks()).containsExactly("planRelease");
        assertThat(release.cancelled().status()).isEqualTo("CANCELLED");
        assertThat(chromium.errors()).isEmpty();
    }

    /** Ways through our API and through the engine's, each with what somebody who may would send. */
    private List<List<String>> attempts(ReleaseStory release, String instance, String task) {
        String ours = release.path();
        String deployment = first("/engine-rest/deployment");
        return List.of(
                List.of("PATCH", ours, "{\"title\": \"Bent\"}"),
                List.of(
                        "POST",
                        ours + "/suspension",
                        "{\"justification\": \"%s\"}".formatted(release.justification("SUSPENSION"))),
                List.of("POST", ours + "/cancellation", "{\"reason\": \"None\"}"),
                List.of("PUT", ours + "/hold", "{\"reason\": \"None\"}"),
                List.of(
                        "POST",
                        ours + "/links/changes",
                        "{\"number\": \"%s\"}".formatted(ReleaseStory.change(slipway))),
                List.of("POST", ours + "/links/documents"),
                List.of("POST", "/api/tasks/" + task + "/claim", "{}"),
                List.of("POST", "/api/tasks/" + task + "/completion", "{}"),
                List.of("POST", "/api/tasks/" + task + "/delegation", "{\"user\": \"operator\"}"),
                List.of(
                        "PUT",
                        "/api/rights",
                        "{\"group\": \"auditors\", \"model\": \"*\", \"operations\": [\"CANCEL\"]}"),
                List.of("PATCH", "/api/portfolios/general/models/standard", "{\"status\": \"RETIRED\"}"),
                List.of("POST", "/api/people/operator/erasure", "{\"reason\": \"None\"}"),
                List.of("PUT", ENGINE + "process-instance/" + instance + "/suspended", "{\"suspended\": true}"),
                List.of("PUT", ENGINE + "process-instance/" + instance + "/variables/planned", "{\"value\": true}"),
                List.of("DELETE", ENGINE + "process-instance/" + instance),
                List.of("POST", ENGINE + "task/" + task + "/claim", "{\"userId\": \"auditor\"}"),
                List.of("POST", ENGINE + "task/" + task + "/complete", "{}"),
                List.of("POST", ENGINE + "task/" + task + "/comment/create", "{\"message\": \"Fine\"}"),
                List.of("DELETE", ENGINE + "deployment/" + deployment + "?cascade=true"),
                List.of("DELETE", ENGINE + "history/process-instance/" + instance),
                List.of(
                        "POST",
                        ENGINE + "authorization/create",
                        "{\"type\": 1, \"permissions\": [\"ALL\"], \"userId\": \"auditor\", \"resourceType\": 8, \"resourceId\": \"*\"}"));
    }

    /** Cockpit has a button for everybody; what it sends comes back. */
    private static void isRefusedByCockpit(Page page, String button, String go) {
        page.locator(button).first().click();
        Locator dialog = page.locator(".modal-dialog");
        dialog.locator(".modal-footer button")
                .filter(new Locator.FilterOptions().setHasText(go))
                .click();
        assertThat(dialog.locator(".alert-danger").first()).isVisible();
        page.keyboard().press("Escape");
        assertThat(dialog).hasCount(0);
    }

    private Page cockpit(Chromium chromium) {
        Page page = chromium.open(baseUrl + COCKPIT);
        Tasklist.logIn(page, "auditor");
        assertThat(page.locator(".Header")).containsText("Cockpit");
        return page;
    }

    private String first(String list) {
        return slipway.as("admin")
                .get(list)
                .expect(200)
                .json()
                .path(0)
                .path("id")
                .asText();
    }

    private static Locator part(Page page, String title) {
        return page.locator(".sw-audit-section")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("h2").filter(new Locator.FilterOptions().setHasText(title))));
    }
}
