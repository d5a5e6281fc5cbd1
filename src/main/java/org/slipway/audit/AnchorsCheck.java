package org.slipway.audit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.slipway.audit.Finding.Reason;

/**
 * Holds seals against what is known of them outside. All that was said of one position counts: who bends the journal can
 * say something else later, but not take back what was said before.
 */
final class AnchorsCheck {

    private final TreeMap<Long, Set<String>> anchors = new TreeMap<>();
    private final List<Finding> unreadable = new ArrayList<>();
    private boolean outside;
    private long compared;

    /** From outside of the journal; from then on what the journal says itself of its anchors does not count. */
    void know(Anchors.Known known) {
        if (!outside) {
            anchors.clear();
            outside = true;
        }
        known.anchors().forEach(this::add);
        known.unreadable()
                .forEach(where -> unreadable.add(new Finding(Reason.ANCHOR_UNREADABLE, null, null, null, where)));
    }

    /** As an exported journal says it of itself. */
    void read(JournalLine.Of.Anchor anchor) {
        if (!outside) {
            add(anchor);
        }
    }

    private void add(JournalLine.Of.Anchor anchor) {
        anchors.computeIfAbsent(anchor.position(), position -> new LinkedHashSet<>())
                .add(anchor.hash());
    }

    /** Whether what is known of this place, if anything is, is this and nothing else. */
    boolean agreesWith(long position, String hash) {
        Set<String> known = anchors.remove(position);
        if (known == null) {
            return true;
        }
        compared++;
        return known.equals(Set.of(hash));
    }

    /** How many places were compared. */
    long compared() {
        return compared;
    }

    List<Finding> unreadable() {
        return unreadable;
    }

    /** Places from this one on that were known outside, and are not there. */
    List<Finding> missingFrom(long position) {
        return anchors.tailMap(position).keySet().stream()
                .map(at -> new Finding(Reason.ANCHOR_CONTRADICTED, null, null, at, null))
                .toList();
    }
}
