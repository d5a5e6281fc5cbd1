package org.slipway.link.impact;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.slipway.cmdb.Impact;

/**
 * Whom a release reaches, by key, as far as it is kept; the fingerprint stands for all of it.
 *
 * @param fingerprint SHA-256 over all keys and effects, in hexadecimal digits
 */
record Reach(SortedSet<String> impacted, SortedSet<String> weakened, String fingerprint) {

    static Reach of(Impact.Extent extent) {
        SortedSet<String> impacted = new TreeSet<>(extent.impacted());
        SortedSet<String> weakened = new TreeSet<>(extent.weakened());
        return new Reach(impacted, weakened, fingerprint(extent.totals(), impacted, weakened));
    }

    /** Beyond what one answer holds only the totals are compared, which is honest enough for thousands of items. */
    private static String fingerprint(Impact.Totals totals, Set<String> impacted, Set<String> weakened) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((totals.impacted() + "\n" + totals.weakened() + "\n").getBytes(UTF_8));
            impacted.forEach(key -> digest.update(("!" + key + "\n").getBytes(UTF_8)));
            weakened.forEach(key -> digest.update(("~" + key + "\n").getBytes(UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
