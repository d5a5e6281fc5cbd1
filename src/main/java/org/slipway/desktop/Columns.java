package org.slipway.desktop;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The columns a list of releases can show, and those that the person wants, in his order. */
@Component
class Columns {

    static final String PREFERENCE = "worklist-columns";

    /** A column by what it is called in texts, what it sorts by, and whether it counts. The first is always shown. */
    public record Column(String id, @Nullable String sort, boolean numeric) {}

    private static final List<Column> ALL = List.of(
            new Column("number", "number", false),
            new Column("status", "status", false),
            new Column("phase", null, false),
            new Column("priority", "priority", false),
            new Column("deadline", "deadline", false),
            new Column("delay", null, true),
            new Column("task", null, false),
            new Column("responsible", null, false),
            new Column("group", "group", false),
            new Column("requester", "requester", false),
            new Column("opened", "opened", false),
            new Column("shared", null, false),
            new Column("model", null, false),
            new Column("deployment", "deployment", false),
            new Column("closed", "closed", false));

    /** All that a desk needs; the others are there to be chosen. */
    private static final List<Column> PRESET = ALL.subList(0, 12);

    private final Preferences preferences;

    Columns(Preferences preferences) {
        this.preferences = preferences;
    }

    /** All of them: those that are shown, in their order, then the others. */
    static List<Column> after(List<Column> shown) {
        return Stream.concat(shown.stream(), ALL.stream().filter(column -> !shown.contains(column)))
                .toList();
    }

    /** One statement. What is no longer known is left out. */
    List<Column> mine() {
        return preferences.find(PREFERENCE).map(Columns::named).orElse(PRESET);
    }

    private static List<Column> named(String ids) {
        return Arrays.stream(ids.split(","))
                .map(id -> ALL.stream().filter(column -> column.id().equals(id)).findFirst())
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }
}
