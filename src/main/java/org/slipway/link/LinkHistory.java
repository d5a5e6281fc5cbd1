package org.slipway.link;

import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.slipway.cmdb.ItemEffect;
import org.slipway.release.OccurrenceCategory;
import org.slipway.release.Occurrences;
import org.springframework.stereotype.Component;

/** Tells the history of a release what was linked, and what happened to its configuration items. */
@Component
class LinkHistory {

    /** More are counted, not named: an occurrence is read by people. */
    private static final int MOST = 500;

    private final Occurrences occurrences;

    LinkHistory(Occurrences occurrences) {
        this.occurrences = occurrences;
    }

    void linked(String release, LinkBook.Linked linked) {
        record(release, OccurrenceCategory.LINK, lines -> {
            lines.add("changes: +", linked.changes());
            lines.add("configurationItems: +", linked.items());
            lines.add("configurationItems: not linkable:", linked.ended());
        });
    }

    void unlinked(String release, @Nullable String change, List<String> items) {
        record(release, OccurrenceCategory.LINK, lines -> {
            lines.add("changes: −", change == null ? List.of() : List.of(change));
            lines.add("configurationItems: −", items);
        });
    }

    void linked(String release, String kind, String number) {
        occurrences.record(release, OccurrenceCategory.LINK, kind + ": + " + number);
    }

    void unlinked(String release, String kind, String number) {
        occurrences.record(release, OccurrenceCategory.LINK, kind + ": − " + number);
    }

    void situated(String release, String change, Object before, Object after) {
        occurrences.record(release, OccurrenceCategory.LINK, "changes: " + change + ": " + before + " → " + after);
    }

    /** One line per item: what it was, what it is, its version. */
    void affected(String release, List<ItemEffect> report) {
        record(
                release,
                OccurrenceCategory.CONFIGURATION_ITEM,
                lines -> report.stream().limit(MOST).forEach(effect -> lines.add(line(effect))));
    }

    private static String line(ItemEffect effect) {
        if (!effect.changed()) {
            return effect.key() + ": = " + effect.toStatus() + " (" + effect.version() + ")";
        }
        String line = effect.key() + ": " + effect.fromStatus() + " → " + effect.toStatus();
        if (effect.fromGroup() != effect.toGroup()) {
            line += ", " + (effect.fromGroup() == null ? "–" : effect.fromGroup()) + " → "
                    + (effect.toGroup() == null ? "–" : effect.toGroup());
        }
        return line + " (" + effect.version() + ")";
    }

    private void record(String release, OccurrenceCategory category, java.util.function.Consumer<Lines> about) {
        Lines lines = new Lines();
        about.accept(lines);
        if (lines.joiner.length() > 0) {
            occurrences.record(release, category, lines.joiner.toString());
        }
    }

    private static final class Lines {

        private final StringJoiner joiner = new StringJoiner("\n");

        void add(String line) {
            joiner.add(line);
        }

        void add(String what, List<String> which) {
            if (!which.isEmpty()) {
                String named = String.join(", ", which.subList(0, Math.min(MOST, which.size())));
                joiner.add(what + " " + named + (which.size() > MOST ? " … (" + which.size() + ")" : ""));
            }
        }
    }
}
