package org.slipway.reporting;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.Malformed;

/** In which order releases come: by one column and, where that is the same, by number. */
final class SortOrder {

    /**
     * @param key  the column's value as a page's end remembers it
     * @param read the same as a parameter of a statement
     */
    private record Column(String name, Function<FoundRelease, Object> key, Function<String, Object> read) {

        static Column text(String name, Function<FoundRelease, Object> key) {
            return new Column(name, key, text -> text);
        }

        static Column moment(String name, Function<FoundRelease, Object> key) {
            return new Column(name, key, text -> Instant.parse(text).atOffset(ZoneOffset.UTC));
        }
    }

    private static final Column NUMBER = Column.text("r.number", FoundRelease::number);
    private static final Column PHASE =
            Column.text("r.phase", found -> found.phase().name());
    private static final Column ENDED =
            Column.moment("r.ended_at", found -> Objects.requireNonNull(found.concludedAt()));

    private static final Map<String, Column> SORTS = Map.of(
            "number", NUMBER,
            "opened", Column.moment("r.registered_at", FoundRelease::registeredAt),
            "requester", Column.text("r.requester", FoundRelease::requester),
            "status", Column.text("r.status", FoundRelease::status),
            "priority", new Column("r.priority", FoundRelease::priority, Integer::valueOf),
            "group", Column.text("r.executor_group", FoundRelease::executorGroup),
            "deadline", Column.moment("r.deadline", FoundRelease::deadline),
            "closed", ENDED,
            "planning",
                    Column.moment("r.planning_start", found -> found.planning().start()),
            "deployment",
                    Column.moment(
                            "r.deployment_start", found -> found.deployment().start()));

    private final Column column;
    private final boolean down;

    private SortOrder(Column column, boolean down) {
        this.column = column;
        this.down = down;
    }

    /** Refuses with {@code sort-unknown}. Whoever narrows by one period and names no order gets the newest of it first. */
    static SortOrder of(ReleaseQuestion question) {
        String sort = question.sort() == null || question.sort().isBlank() ? preset(question) : question.sort();
        boolean down = sort.startsWith("-");
        Column column = SORTS.get(down ? sort.substring(1) : sort);
        if (column == null) {
            throw new Malformed("sort-unknown", "sort", sort);
        }
        return new SortOrder(column == NUMBER && byPhase(question) ? PHASE : column, down);
    }

    /**
     * Of one phase it is the same order, and has an index: by number, PostgreSQL would go through all that is open, and newer,
     * to come to what is in its last phase.
     */
    private static boolean byPhase(ReleaseQuestion question) {
        return question.phase() != null
                && question.open() == null
                && question.status() == null
                && question.situation() == null;
    }

    private static String preset(ReleaseQuestion question) {
        if (question.closedFrom() != null || question.closedTo() != null) {
            return "-closed";
        }
        if (question.openedFrom() != null || question.openedTo() != null) {
            return "-opened";
        }
        if (question.planningFrom() != null || question.planningTo() != null) {
            return "-planning";
        }
        if (question.deploymentFrom() != null || question.deploymentTo() != null) {
            return "-deployment";
        }
        if (question.deadlineFrom() != null || question.deadlineTo() != null) {
            return "-deadline";
        }
        return "-number";
    }

    String column() {
        return column.name();
    }

    /** Only what has ended can be put in the order of its end. */
    void narrow(ReleaseConditions conditions) {
        if (column == ENDED) {
            conditions.and("r.ended_at is not null");
        }
    }

    /** Refuses with {@code page-unknown} what {@link #cursor} has not written. */
    void goOn(@Nullable String after, ReleaseConditions conditions) {
        if (after == null || after.isEmpty()) {
            return;
        }
        String[] parts;
        Object key;
        try {
            parts = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8).split("\n", 2);
            key = column.read().apply(parts[0]);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Malformed("page-unknown", "after", after);
        }
        if (parts.length != 2 || parts[0].indexOf('\0') >= 0 || parts[1].indexOf('\0') >= 0) {
            throw new Malformed("page-unknown", "after", after);
        }
        String sign = down ? "<" : ">";
        conditions.and(
                column == NUMBER
                        ? "r.number " + sign + " :cursorNumber"
                        : "(" + column.name() + ", r.number) " + sign + " (:cursorKey, :cursorNumber)",
                "cursorNumber",
                parts[1]);
        if (column != NUMBER) {
            conditions.values().put("cursorKey", key);
        }
    }

    /** Where a page ended. */
    String cursor(FoundRelease last) {
        String cursor = column.key().apply(last) + "\n" + last.number();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.getBytes(StandardCharsets.UTF_8));
    }

    /** What {@link #orderBy} needs. */
    String columns() {
        return "r.number" + (column == NUMBER ? "" : ", " + column.name());
    }

    String orderBy() {
        String direction = down ? " desc" : "";
        return " order by " + (column == NUMBER ? "" : column.name() + direction + ", ") + "r.number" + direction;
    }
}
