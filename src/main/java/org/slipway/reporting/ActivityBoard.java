package org.slipway.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slipway.access.CurrentUser;
import org.slipway.release.Phase;
import org.slipway.release.ReleaseStatus;
import org.slipway.shared.Malformed;
import org.slipway.shared.Slice;
import org.slipway.shared.Unknown;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The activities of many releases with the tasks through which they are worked on, one statement a column
 * (src/docs/domain.md, Board and calendar).
 */
@Component
public class ActivityBoard {

    private static final int PRESET_DAYS = 14;
    private static final int PAGE = 25;

    /** {@code activityId} is the engine's variable that tells which activity a task carries out. */
    private static final String SELECT = """
            select a.id, a.title, a.description, a.group_id, a.phase, a.due, a.estimated_minutes, a.minutes_spent,
                   a.state, a.finished_by, a.finished_at, r.number, r.title release_title, r.status, r.priority,
                   t.ID_ task, t.ASSIGNEE_ person, t.SUSPENSION_STATE_ suspension,
                   case when exists (select 1 from ACT_RU_IDENTITYLINK l where l.TASK_ID_ = t.ID_
                        and l.TYPE_ = 'candidate' and (l.USER_ID_ = :me or l.GROUP_ID_ in (:groups)))
                        then 1 else 0 end offered
              from planning_activity a
              join release_record r on r.number = a.release_number
            """;

    private static final String TASK = """
            ACT_RU_EXECUTION p
              join ACT_RU_TASK t on t.PROC_INST_ID_ = p.ID_ and t.TASK_DEF_KEY_ = 'carryOutActivity'
              join ACT_RU_EXECUTION e on e.ID_ = t.EXECUTION_ID_
              join ACT_RU_VARIABLE v on v.EXECUTION_ID_ in (e.ID_, e.PARENT_ID_) and v.NAME_ = 'activityId'
            """;

    private static final String OF_ACTIVITY =
            " on p.BUSINESS_KEY_ = a.release_number and v.TEXT_ = cast(a.id as varchar(64))";

    /** Without a task, if it has none. */
    private static final String ANY = SELECT + " left join (" + TASK + ")" + OF_ACTIVITY;

    private static final int SUSPENDED = 2;

    private final JdbcClient jdbc;
    private final CurrentUser currentUser;
    private final Clock clock;

    ActivityBoard(JdbcClient jdbc, CurrentUser currentUser, Clock clock) {
        this.jdbc = jdbc;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * A page of a column: what is open by when it is due, what is done from the latest on. Refuses with
     * {@code page-unknown} an {@code after} that no page has named.
     */
    @Transactional(readOnly = true)
    public Slice<BoardCard> column(BoardQuestion question, BoardColumn column, @Nullable String after) {
        Map<String, Object> values = who();
        List<String> conditions = new ArrayList<>();
        when(
                conditions,
                values,
                "phase",
                question.phase() == null ? null : question.phase().name(),
                "a.phase = :phase");
        when(conditions, values, "group", blankAsNull(question.group()), "a.group_id = :group");
        when(conditions, values, "release", blankAsNull(question.release()), "a.release_number = :release");
        boolean done = column == BoardColumn.DONE;
        switch (column) {
            case TODO -> conditions.add("a.state = 'TODO' and t.ASSIGNEE_ is null");
            case DOING -> conditions.add("a.state = 'TODO' and t.ASSIGNEE_ is not null");
            case DONE -> {
                int days = question.days() == null ? PRESET_DAYS : question.days();
                Instant since = clock.instant().minus(Duration.ofDays(days));
                when(conditions, values, "since", moment(since), "a.state = 'DONE' and a.finished_at >= :since");
            }
        }
        if (Boolean.TRUE.equals(question.mine())) {
            conditions.add(
                    switch (column) {
                        case TODO ->
                            "exists (select 1 from ACT_RU_IDENTITYLINK m where m.TASK_ID_ = t.ID_"
                                    + " and m.TYPE_ = 'candidate' and (m.USER_ID_ = :me or m.GROUP_ID_ in (:groups)))";
                        case DOING -> "t.ASSIGNEE_ = :me";
                        case DONE -> "a.finished_by = :me";
                    });
        }
        String by = done ? "a.finished_at" : "a.due";
        if (after != null && !after.isEmpty()) {
            Place place = Place.of(after);
            values.put("moment", moment(place.moment()));
            values.put("id", place.id());
            conditions.add("(" + by + ", a.id) " + (done ? "<" : ">") + " (:moment, :id)");
        }
        String sql = (done ? ANY : SELECT + " join " + "(" + TASK + ")" + OF_ACTIVITY)
                + " where " + String.join(" and ", conditions)
                + (done ? " order by a.finished_at desc, a.id desc" : " order by a.due, a.id")
                + " fetch first :first rows only";
        // As a value: PostgreSQL would rather plan once for everybody than for those of few (ReleaseConditions).
        values.put("first", PAGE + 1);
        Instant now = clock.instant();
        List<BoardCard> cards = jdbc.sql(sql)
                .params(values)
                .query((row, index) -> card(row, now))
                .list();
        return Slice.of(cards, PAGE, ActivityBoard::place);
    }

    /** One activity as it is now. Refuses with {@code activity-unknown} an id that no activity has. */
    @Transactional(readOnly = true)
    public BoardCard card(UUID id) {
        Instant now = clock.instant();
        return jdbc.sql(ANY + " where a.id = :id")
                .params(who())
                .param("id", id)
                .query((row, index) -> card(row, now))
                .optional()
                .orElseThrow(() -> new Unknown("activity-unknown", null, id));
    }

    private Map<String, Object> who() {
        Set<String> groups = currentUser.groups();
        Map<String, Object> values = new HashMap<>();
        values.put("me", currentUser.id());
        values.put("groups", groups.isEmpty() ? Set.of("-") : groups);
        return values;
    }

    private BoardCard card(ResultSet row, Instant now) throws SQLException {
        boolean done = !"TODO".equals(row.getString("state"));
        String holder = row.getString("person");
        Instant due = row.getTimestamp("due").toInstant();
        Timestamp finished = row.getTimestamp("finished_at");
        return new BoardCard(
                row.getObject("id", UUID.class),
                done ? BoardColumn.DONE : holder == null ? BoardColumn.TODO : BoardColumn.DOING,
                row.getString("title"),
                row.getString("description"),
                row.getString("group_id"),
                row.getString("task"),
                done ? row.getString("finished_by") : holder,
                Phase.valueOf(row.getString("phase")),
                due,
                done ? 0 : Math.floorDiv(Duration.between(now, due).toSeconds(), 60),
                row.getInt("estimated_minutes"),
                row.getObject("minutes_spent", Integer.class),
                finished == null ? null : finished.toInstant(),
                row.getString("number"),
                row.getString("release_title"),
                ReleaseStatus.valueOf(row.getString("status")),
                row.getInt("priority"),
                row.getInt("suspension") == SUSPENDED,
                currentUser.id().equals(holder),
                row.getInt("offered") == 1);
    }

    private static String place(BoardCard card) {
        Instant at = card.finishedAt();
        return (at == null ? card.due() : at) + "~" + card.id();
    }

    private static @Nullable String blankAsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static Object moment(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static void when(
            List<String> conditions,
            Map<String, Object> values,
            String name,
            @Nullable Object wanted,
            String condition) {
        if (wanted != null) {
            conditions.add(condition);
            values.put(name, wanted);
        }
    }

    /** Where a page ended. */
    private record Place(Instant moment, UUID id) {

        static Place of(String after) {
            String[] parts = after.split("~", 2);
            try {
                return new Place(Instant.parse(parts[0]), UUID.fromString(parts[parts.length - 1]));
            } catch (DateTimeException | IllegalArgumentException e) {
                throw new Malformed("page-unknown", "after", after);
            }
        }
    }
}
