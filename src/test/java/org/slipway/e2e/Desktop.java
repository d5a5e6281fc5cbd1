package org.slipway.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;

/** Pages of the Desktop, opened as people do: nothing is pressed before the page is ready for it. */
final class Desktop {

    private Desktop() {}

    /** Logs in on the way to a page. */
    static Page logIn(Page page, String person) {
        Tasklist.logIn(page, person);
        isReady(page);
        return page;
    }

    static void open(Page page, String url) {
        page.navigate(url);
        isReady(page);
    }

    static void reload(Page page) {
        page.reload();
        isReady(page);
    }

    static void isReady(Page page) {
        assertThat(page.locator("body:not([aria-busy])")).isVisible();
    }
}
