package org.slipway.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;

/** "Releases" in Tasklist's header: find one, look at it, act on it. */
final class ReleasesDialog extends ActionBar {

    ReleasesDialog(Locator dialog) {
        super(dialog);
    }

    ReleasesDialog find(String number) {
        place().locator("input[type=search]").fill(number);
        place().locator(".sw-found button")
                .filter(new Locator.FilterOptions().setHasText(number))
                .click();
        assertThat(place().locator(".sw-detail .sw-number")).hasText(number);
        return this;
    }

    Locator detail() {
        return place().locator(".sw-detail");
    }

    void close() {
        place().locator(".sw-dialog-head button").click();
        assertThat(place()).hasCount(0);
    }
}
