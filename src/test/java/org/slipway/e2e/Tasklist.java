package org.slipway.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slipway.support.Chromium;
import org.slipway.support.SlipwayClient;

/** Tasklist in front of one person: what they click and type there, in the order in which they do it. */
final class Tasklist {

    static final String HOME = "/camunda/app/tasklist/default/";

    private static final Pattern RELEASE_NUMBER = Pattern.compile("REL-\\d{6,}");

    static {
        // A machine that builds several things at once is slow; a failure is none the less one.
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    }

    private final Page page;

    private Tasklist(Page page) {
        this.page = page;
    }

    /** Asks for Tasklist, is sent to the login first, and comes back to Tasklist. */
    static Tasklist of(Chromium chromium, String language, String baseUrl, String person) {
        Page page = chromium.open(language, baseUrl + HOME);
        logIn(page, person);
        page.waitForURL(Pattern.compile(Pattern.quote(baseUrl + HOME) + ".*"));
        return new Tasklist(page);
    }

    /** Where a link of our own pages has led somebody: one task is open. */
    static Tasklist at(Page page, String release) {
        page.waitForURL(Pattern.compile(".*" + HOME + "#/.*task=.*"));
        Tasklist tasklist = new Tasklist(page);
        tasklist.shows(release);
        return tasklist;
    }

    /** Logs in where the login stands in the way to a page, in whatever language, and comes to that page. */
    static Page logIn(Page page, String person) {
        page.locator("input[name=username]").fill(person);
        page.locator("input[name=password]").fill(SlipwayClient.PASSWORD);
        page.locator("button[type=submit]").click();
        page.waitForURL(url -> !url.contains("/login"));
        return page;
    }

    Page page() {
        return page;
    }

    /** The start form of a release, opened in Tasklist's own dialog. */
    Locator startRelease() {
        page.locator(".start-process-action a").click();
        page.locator("ul.processes a").first().click();
        Locator form = page.locator("form[name=registerRelease]");
        // The requester is the last that the form brings along; before, it could take the place of what is typed.
        assertThat(form.locator("#requester")).not().hasValue("");
        form.locator("#model").selectOption("standard");
        return form;
    }

    /** Tasklist's button below the start form. */
    void start() {
        page.locator(".modal-footer button[type=submit]").click();
    }

    /** The number of the release that was just registered, as Tasklist tells it. */
    String registered() {
        Locator said = page.locator("[notifications-panel]").getByText(RELEASE_NUMBER);
        assertThat(said).isVisible();
        Matcher number = RELEASE_NUMBER.matcher(said.textContent());
        if (!number.find()) {
            throw new AssertionError("No number in " + said.textContent());
        }
        return number.group();
    }

    /** Opens a task from one of the standing lists, where its name and its release tell it from others. */
    Tasklist open(String filter, String task, String release) {
        page.locator(".task-filters a")
                .filter(new Locator.FilterOptions().setHasText(filter))
                .click();
        page.locator(".tasks-list li.task")
                .filter(new Locator.FilterOptions().setHasText(task))
                .filter(new Locator.FilterOptions().setHasText(release))
                .locator("h4 a")
                .click();
        shows(release);
        return this;
    }

    /** Follows a link to a task, as a mail or another person gives it. */
    Tasklist follow(String task, String release) {
        page.navigate(page.url().replaceFirst("#.*$", "") + "#/?task=" + task);
        shows(release);
        return this;
    }

    private void shows(String release) {
        assertThat(form().locator(".sw-heading")).containsText(release);
    }

    Tasklist claim() {
        page.locator("[cam-tasklist-task-meta] button.claim").click();
        assertThat(form().locator(".sw-answers")).isEnabled();
        return this;
    }

    Locator form() {
        return page.locator("[cam-tasklist-form] form.sw-form");
    }

    /** Presses one of the buttons that stand for the values of an answer. */
    Tasklist choose(String value) {
        form().locator(".sw-choice")
                .filter(new Locator.FilterOptions().setHas(page.locator("input[value='" + value + "']")))
                .click();
        return this;
    }

    Tasklist answer(String field, String text) {
        form().locator("#" + field).fill(text);
        return this;
    }

    /** "Save and keep current task". */
    Tasklist keep() {
        page.locator(".form-actions .sw-keep").click();
        assertThat(form().locator(".sw-note").last()).containsText("Saved");
        return this;
    }

    /** Tasklist's own button: the form is sent, and the task leaves the screen. */
    void complete() {
        submit();
        assertThat(form()).hasCount(0);
    }

    /** The same button, when the form may come back with a refusal. */
    void submit() {
        page.locator(".form-actions .btn-primary").click();
    }

    /** The tab "Release" of the task that is open. */
    ActionBar releaseTab() {
        page.getByText("Release", new Page.GetByTextOptions().setExact(true)).click();
        ActionBar tab = new ActionBar(page.locator(".sw-tab"));
        assertThat(tab.place().locator(".sw-action-bar")).isVisible();
        return tab;
    }

    /** Opens "Releases" in the header. */
    ReleasesDialog releases() {
        page.locator(".sw-navbar-action").click();
        return new ReleasesDialog(page.locator("dialog.sw-dialog"));
    }
}
