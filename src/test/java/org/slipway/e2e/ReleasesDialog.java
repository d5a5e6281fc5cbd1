package org.slipway.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;

/** "Releases" in Tasklist's header: find one, look at it, act on it. */
final class ReleasesDialog {

    private final Locator dialog;

    ReleasesDialog(Locator dialog) {
        this.dialog = dialog;
    }

    ReleasesDialog find(String number) {
        dialog.locator("input[type=search]").fill(number);
        dialog.locator(".sw-found button")
                .filter(new Locator.FilterOptions().setHasText(number))
                .click();
        assertThat(dialog.locator(".sw-detail .sw-number")).hasText(number);
        return this;
    }

    /** Opens an action by its word; its fields are then there to be filled. */
    ReleasesDialog ask(String action) {
        dialog.locator(".sw-action-bar button")
                .filter(new Locator.FilterOptions().setHasText(action))
                .click();
        assertThat(dialog.locator(".sw-action-panel form button[type=submit]")).isVisible();
        return this;
    }

    ReleasesDialog choose(String field, int option) {
        dialog.locator("#sw-action-" + field).selectOption(new SelectOption().setIndex(option));
        return this;
    }

    ReleasesDialog choose(String field, String value) {
        dialog.locator("#sw-action-" + field).selectOption(value);
        return this;
    }

    ReleasesDialog answer(String field, String text) {
        dialog.locator("#sw-action-" + field).fill(text);
        return this;
    }

    /** Sends the action, and waits until the dialog says that it is done. */
    ReleasesDialog send() {
        submit();
        assertThat(dialog.locator(".sw-alert-done")).isVisible();
        return this;
    }

    void submit() {
        dialog.locator(".sw-action-panel form button[type=submit]").click();
    }

    Locator detail() {
        return dialog.locator(".sw-detail");
    }

    void close() {
        dialog.locator(".sw-dialog-head button").click();
        assertThat(dialog).hasCount(0);
    }
}
