package org.slipway.webapps.retry;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.slipway.shared.Malformed;

/**
 * One person's intention, under the key that he has given it.
 *
 * @param fingerprint of the request that carries it out
 */
record Claim(String person, String key, String fingerprint) {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern FORM = Pattern.compile("(?=.*\\S)[\\x20-\\x7e]{1,200}");

    /** Refuses with {@code idempotency-key-malformed} what is empty, longer than 200 characters or not printable ASCII. */
    static String keyOf(HttpServletRequest request) {
        List<String> keys = Collections.list(request.getHeaders(HEADER));
        if (keys.size() != 1 || !FORM.matcher(keys.get(0)).matches()) {
            throw new Malformed("idempotency-key-malformed", HEADER);
        }
        return keys.get(0);
    }
}
