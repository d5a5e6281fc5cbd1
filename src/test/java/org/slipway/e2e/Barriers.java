package org.slipway.e2e;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What on a page stands in the way of somebody (WCAG 2.2 AA), as axe finds it. */
final class Barriers {

    private static final String AXE = source();

    /** Asked in the page itself, of colours that have come to rest, and for what fails alone: all that passes is much to carry. */
    private static final String FIND = """
            within => {
              document.getAnimations().filter(each => each instanceof CSSTransition).forEach(each => each.finish());
              return axe.run(within ?? document, {
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'],
              }).then(found => found.violations.map(rule => `${rule.id}: ${rule.nodes.slice(0, 3).map(each => each.html).join(' ')}`));
            }""";

    private Barriers() {}

    static List<String> on(Page page) {
        return within(page, null);
    }

    /** @param selector of the part that is looked at; none for all of the page */
    @SuppressWarnings("unchecked") // The script answers with texts.
    static List<String> within(Page page, @Nullable String selector) {
        if (Boolean.FALSE.equals(page.evaluate("'axe' in window"))) {
            page.evaluate(AXE);
        }
        return (List<String>) page.evaluate(FIND, selector);
    }

    private static String source() {
        try (InputStream script = Barriers.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8) + "; 0";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
