package org.slipway.link.impact;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What has become of an impact since it was approved, by the keys of the items.
 *
 * @param impacted   newly impacted
 * @param spared     no longer impacted
 * @param weakened   newly weakened
 * @param unweakened no longer weakened
 */
record Difference(List<String> impacted, List<String> spared, List<String> weakened, List<String> unweakened) {

    /** More are not named; the impact itself lists them all. */
    private static final int MOST = 200;

    static Difference between(Reach approved, Reach now) {
        return new Difference(
                added(approved.impacted(), now.impacted()),
                added(now.impacted(), approved.impacted()),
                added(approved.weakened(), now.weakened()),
                added(now.weakened(), approved.weakened()));
    }

    private static List<String> added(Collection<String> before, Collection<String> after) {
        Set<String> added = new TreeSet<>(after);
        added.removeAll(before);
        return added.stream().limit(MOST).toList();
    }

    /** For the history: what each list says, in marks that need no language. */
    String told() {
        return String.join(
                "\n",
                Stream.of(
                                line("impact: +", impacted),
                                line("impact: −", spared),
                                line("weakened: +", weakened),
                                line("weakened: −", unweakened))
                        .filter(line -> !line.isEmpty())
                        .toList());
    }

    private static String line(String what, List<String> keys) {
        return keys.isEmpty() ? "" : what + " " + String.join(", ", keys);
    }
}
