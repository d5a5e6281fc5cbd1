package org.slipway.reporting.rights;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.slipway.shared.Malformed;

/** Where a page ended, as one word of an address. */
final class PageKeys {

    private PageKeys() {}

    static String write(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    /** Refuses with {@code page-unknown} what was never written. */
    static String read(String after) {
        try {
            return new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Malformed("page-unknown", "after", after);
        }
    }
}
