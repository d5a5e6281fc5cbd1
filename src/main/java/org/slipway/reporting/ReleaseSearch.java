package org.slipway.reporting;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slipway.calendar.Calendars;
import org.slipway.calendar.WorkingTime;
import org.slipway.release.CurrentTask;
import org.slipway.release.Phase;
import org.slipway.release.ReleaseProcess;
import org.slipway.release.ReleaseStatus;
import org.slipway.shared.Malformed;
import org.slipway.shared.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds releases, open and ended. Two statements a page, whatever is asked; pages by keyset, never by counting. */
@Component
class ReleaseSearch {

    private static final int PRESET = 50;

    private static final Map<String, String> SORTS = Map.of(
            "number", "r.number",
            "priority", "r.priority",
            "deadline", "r.deadline",
            "opened", "r.registered_at",
            "closed", "r.ended_at",
            "status", "r.status");

    /** One line of a list of releases. Minutes are working minutes. */
    record Found(
            String number,
            String title,
            ReleaseStatus status,
            Phase phase,
            int cycle,
            int priority,
            String model,
            String requester,
            String executorGroup,
            @Nullable String responsible,
            Instant registeredAt,
            Instant deadline,
            @Nullable Instant concludedAt,
            long delayMinutes,
            List<CurrentTask> currentTasks) {}

    private record Row(
            Found found,
            String cursor,
            String calendar,
            @Nullable Instant until) {}

    private final JdbcClient jdbc;
    private final ReleaseProcess process;
    private final Calendars calendars;
    private final Clock clock;

    ReleaseSearch(JdbcClient jdbc, ReleaseProcess process, Calendars calendars, Clock clock) {
        this.jdbc = jdbc;
        this.process = process;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** Refuses with {@code sort-unknown} and {@code page-unknown}. */
    @Transactional(readOnly = true)
    public Slice<Found> find(ReleaseQuestion question) {
        String sort = question.sort() == null ? "-number" : question.sort();
        boolean down = sort.startsWith("-");
        String column = SORTS.get(down ? sort.substring(1) : sort);
        if (column == null) {
            throw new Malformed("sort-unknown", "sort", sort);
        }
        int limit = question.limit() == null ? PRESET : question.limit();
        Map<String, Object> values = new HashMap<>();
        List<String> conditions = conditions(question, values);
        if (column.equals("r.ended_at")) {
            conditions.add("r.ended_at is not null");
        }
        if (question.after() != null) {
            conditions.add(afterCursor(question.after(), column, down, values));
        }
        String direction = down ? " desc" : "";
        String sql = "select r.*, cast(" + column + " as varchar(64)) sort_key from release_record r"
                + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions))
                + " order by " + column + direction + ", r.number" + direction
                + " fetch first " + (limit + 1) + " rows only";
        List<Row> rows = jdbc.sql(sql).params(values).query(this::row).list();
        Slice<Row> page = Slice.of(rows, limit, Row::cursor);
        return new Slice<>(complete(page.items()), page.next());
    }

    private List<Found> complete(List<Row> rows) {
        Map<String, List<CurrentTask>> tasks = process.currentTasks(
                rows.stream().map(row -> row.found().number()).toList());
        Map<String, WorkingTime> times = new HashMap<>();
        Instant now = clock.instant();
        List<Found> found = new ArrayList<>();
        for (Row row : rows) {
            WorkingTime time = times.computeIfAbsent(row.calendar(), calendars::get);
            Found f = row.found();
            Instant until = row.until() == null ? now : row.until();
            found.add(new Found(
                    f.number(),
                    f.title(),
                    f.status(),
                    f.phase(),
                    f.cycle(),
                    f.priority(),
                    f.model(),
                    f.requester(),
                    f.executorGroup(),
                    f.responsible(),
                    f.registeredAt(),
                    f.deadline(),
                    f.concludedAt(),
                    time.minutesBetween(f.deadline(), until),
                    tasks.getOrDefault(f.number(), List.of())));
        }
        return found;
    }

    private static List<String> conditions(ReleaseQuestion question, Map<String, Object> values) {
        List<String> conditions = new ArrayList<>();
        in(conditions, values, "r.status", "status", names(question.status()));
        in(conditions, values, "r.priority", "priority", question.priority());
        is(conditions, values, "r.requester = :requester", "requester", question.requester());
        is(conditions, values, "r.executor_group = :executorGroup", "executorGroup", question.executorGroup());
        is(
                conditions,
                values,
                "r.phase = :phase",
                "phase",
                question.phase() == null ? null : question.phase().name());
        is(conditions, values, "r.registered_at >= :openedFrom", "openedFrom", time(question.openedFrom()));
        is(conditions, values, "r.registered_at < :openedTo", "openedTo", time(question.openedTo()));
        is(conditions, values, "r.ended_at >= :closedFrom", "closedFrom", time(question.closedFrom()));
        is(conditions, values, "r.ended_at < :closedTo", "closedTo", time(question.closedTo()));
        is(
                conditions,
                values,
                "exists (select 1 from link_release_item i where i.release_number = r.number and i.item_key = :item)",
                "item",
                question.configurationItem());
        is(
                conditions,
                values,
                "exists (select 1 from link_release_change c where c.release_number = r.number"
                        + " and c.change_number = :change)",
                "change",
                question.change());
        List<String> tasks = question.task();
        is(
                conditions,
                values,
                "r.number in (select e.BUSINESS_KEY_ from ACT_RU_TASK t join ACT_RU_EXECUTION e"
                        + " on e.ID_ = t.PROC_INST_ID_ where t.ID_ in (:tasks))",
                "tasks",
                tasks == null || tasks.isEmpty() ? null : tasks);
        String text = question.text();
        if (text != null && !text.isBlank()) {
            conditions.add("(lower(r.number) like :text escape '!' or lower(r.title) like :text escape '!'"
                    + " or lower(r.description) like :text escape '!')");
            values.put("text", "%" + escaped(text.strip().toLowerCase(Locale.ROOT)) + "%");
        }
        return conditions;
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private static void in(
            List<String> conditions,
            Map<String, Object> values,
            String column,
            String name,
            @Nullable Collection<?> wanted) {
        if (wanted != null && !wanted.isEmpty()) {
            conditions.add(column + " in (:" + name + ")");
            values.put(name, wanted);
        }
    }

    private static void is(
            List<String> conditions,
            Map<String, Object> values,
            String condition,
            String name,
            @Nullable Object wanted) {
        if (wanted != null) {
            conditions.add(condition);
            values.put(name, wanted);
        }
    }

    private static @Nullable List<String> names(@Nullable List<ReleaseStatus> statuses) {
        return statuses == null ? null : statuses.stream().map(Enum::name).toList();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    private static String afterCursor(String after, String column, boolean down, Map<String, Object> values) {
        String[] parts;
        try {
            parts = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8).split("\n", 2);
        } catch (IllegalArgumentException e) {
            throw new Malformed("page-unknown", "after", after);
        }
        if (parts.length != 2) {
            throw new Malformed("page-unknown", "after", after);
        }
        values.put("cursorKey", parts[0]);
        values.put("cursorNumber", parts[1]);
        String type = column.endsWith("priority")
                ? "integer"
                : column.endsWith("_at") || column.endsWith("deadline") ? "timestamp(6) with time zone" : "varchar(64)";
        return "(" + column + ", r.number) " + (down ? "<" : ">") + " (cast(:cursorKey as " + type
                + "), :cursorNumber)";
    }

    private Row row(ResultSet row, int index) throws SQLException {
        String number = row.getString("number");
        Instant ended = instant(row.getTimestamp("ended_at"));
        Instant suspended = instant(row.getTimestamp("suspended_at"));
        Found found = new Found(
                number,
                row.getString("title"),
                ReleaseStatus.valueOf(row.getString("status")),
                Phase.valueOf(row.getString("phase")),
                row.getInt("cycle_number"),
                row.getInt("priority"),
                row.getString("model"),
                row.getString("requester"),
                row.getString("executor_group"),
                row.getString("responsible"),
                row.getTimestamp("registered_at").toInstant(),
                row.getTimestamp("deadline").toInstant(),
                ended,
                0,
                List.of());
        String cursor = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((row.getString("sort_key") + "\n" + number).getBytes(StandardCharsets.UTF_8));
        return new Row(found, cursor, row.getString("calendar"), ended == null ? suspended : ended);
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
