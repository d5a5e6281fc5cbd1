package org.slipway.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;

/** What Tasklist offers to do with a release: a bar of buttons, and the one action that is asked for below it. */
class ActionBar {

    private final Locator place;

    ActionBar(Locator place) {
        this.place = place;
    }

    /** Opens an action by its word; its fields are then there to be filled. */
    ActionBar ask(String action) {
        place.locator(".sw-action-bar button")
                .filter(new Locator.FilterOptions().setHasText(action))
                .click();
        assertThat(place.locator(".sw-action-panel form button[type=submit]")).isVisible();
        return this;
    }

    ActionBar choose(String field, int option) {
        place.locator("#sw-action-" + field).selectOption(new SelectOption().setIndex(option));
        return this;
    }

    ActionBar choose(String field, String value) {
        place.locator("#sw-action-" + field).selectOption(value);
        return this;
    }

    ActionBar answer(String field, String text) {
        place.locator("#sw-action-" + field).fill(text);
        return this;
    }

    /** Sends the action, and waits until Tasklist says that it is done. */
    void send() {
        submit();
        assertThat(place.locator(".sw-alert-done")).isVisible();
    }

    void submit() {
        place.locator(".sw-action-panel form button[type=submit]").click();
    }

    /** Where all of it stands, with the release. */
    Locator place() {
        return place;
    }
}
