package org.slipway.reporting;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.Malformed;

/** In which order releases come: by one column and, where that is the same, by number. */
record SortOrder(String column, String type, boolean down) {

    private static final String TEXT = "varchar(64)";
    private static final String MOMENT = "timestamp(6) with time zone";

    private static final Map<String, String[]> SORTS = Map.of(
            "number", new String[] {"r.number", TEXT},
            "opened", new String[] {"r.registered_at", MOMENT},
            "requester", new String[] {"r.requester", TEXT},
            "status", new String[] {"r.status", TEXT},
            "priority", new String[] {"r.priority", "integer"},
            "group", new String[] {"r.executor_group", TEXT},
            "deadline", new String[] {"r.deadline", MOMENT},
            "closed", new String[] {"r.ended_at", MOMENT},
            "planning", new String[] {"r.planning_start", MOMENT},
            "deployment", new String[] {"r.deployment_start", MOMENT});

    /** Refuses with {@code sort-unknown}. Whoever narrows by one period and names no order gets the newest of it first. */
    static SortOrder of(ReleaseQuestion question) {
        String sort = question.sort() == null || question.sort().isBlank() ? preset(question) : question.sort();
        boolean down = sort.startsWith("-");
        String[] found = SORTS.get(down ? sort.substring(1) : sort);
        if (found == null) {
            throw new Malformed("sort-unknown", "sort", sort);
        }
        return new SortOrder(found[0], found[1], down);
    }

    private static String preset(ReleaseQuestion question) {
        if (question.closedFrom() != null || question.closedTo() != null) {
            return "-closed";
        }
        if (question.openedFrom() != null || question.openedTo() != null) {
            return "-opened";
        }
        return "-number";
    }

    /** Only what has ended can be put in the order of its end. */
    void narrow(ReleaseConditions conditions) {
        if (column.equals("r.ended_at")) {
            conditions.and("r.ended_at is not null");
        }
    }

    /** Refuses with {@code page-unknown} what {@link #cursor} has not written. */
    void goOn(@Nullable String after, ReleaseConditions conditions) {
        if (after == null || after.isEmpty()) {
            return;
        }
        String[] parts;
        try {
            parts = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8).split("\n", 2);
        } catch (IllegalArgumentException e) {
            throw new Malformed("page-unknown", "after", after);
        }
        if (parts.length != 2) {
            throw new Malformed("page-unknown", "after", after);
        }
        String sign = down ? "<" : ">";
        if (column.equals("r.number")) {
            conditions.and("r.number " + sign + " :cursorNumber", "cursorNumber", parts[1]);
            return;
        }
        conditions.and(
                "(" + column + ", r.number) " + sign + " (cast(:cursorKey as " + type + "), :cursorNumber)",
                "cursorKey",
                parts[0]);
        conditions.values().put("cursorNumber", parts[1]);
    }

    static String cursor(String key, String number) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((key + "\n" + number).getBytes(StandardCharsets.UTF_8));
    }

    String key() {
        return "cast(" + column + " as varchar(64))";
    }

    String orderBy() {
        String direction = down ? " desc" : "";
        return column.equals("r.number")
                ? " order by r.number" + direction
                : " order by " + column + direction + ", r.number" + direction;
    }
}
