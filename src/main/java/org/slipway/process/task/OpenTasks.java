package org.slipway.process.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slipway.release.CurrentTask;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The open tasks of releases with those to whom they are offered, in one statement however many they are. The engine's
 * own query would ask once more for each task.
 */
@Component
public class OpenTasks {

    private static final String SELECT = """
            select t.ID_ id, e.BUSINESS_KEY_ release, t.TASK_DEF_KEY_ task_key, t.NAME_ name, t.ASSIGNEE_ assignee,
                   t.CREATE_TIME_ created, t.DUE_DATE_ due, t.SUSPENSION_STATE_ suspension,
                   l.GROUP_ID_ offered_group, l.USER_ID_ offered_user
              from ACT_RU_TASK t
              join ACT_RU_EXECUTION e on e.ID_ = t.PROC_INST_ID_
              left join ACT_RU_IDENTITYLINK l on l.TASK_ID_ = t.ID_ and l.TYPE_ = 'candidate'
            """;

    private static final String ORDER = " order by t.CREATE_TIME_, t.ID_, l.GROUP_ID_, l.USER_ID_";

    private static final String OFFERED =
            "o.TYPE_ = 'candidate' and (o.USER_ID_ = :person or o.GROUP_ID_ in (:groups))";

    private static final String AMONG_ALL = "(m.ASSIGNEE_ = :person or m.ASSIGNEE_ is null and exists (select 1"
            + " from ACT_RU_IDENTITYLINK o where o.TASK_ID_ = m.ID_ and " + OFFERED + "))";

    private static final String GATHERED = "m.ID_ in (select h.ID_ from ACT_RU_TASK h where h.ASSIGNEE_ = :person"
            + " union all select o.TASK_ID_ from ACT_RU_IDENTITYLINK o where " + OFFERED + ")"
            + " and (m.ASSIGNEE_ = :person or m.ASSIGNEE_ is null)";

    private static final String PAGE = """
             where t.ID_ in (
                select m.ID_ from ACT_RU_TASK m join ACT_RU_EXECUTION x on x.ID_ = m.PROC_INST_ID_
                 where x.BUSINESS_KEY_ is not null and %s
                   and m.CREATE_TIME_ >= :created and (m.CREATE_TIME_ > :created or m.ID_ > :task)
                 order by m.CREATE_TIME_, m.ID_
                 fetch first :limit rows only)
            """;

    private static final int FEW = 1_000;

    private static final String HOW_MANY =
            "select count(*) from (select h.ID_ from ACT_RU_TASK h where h.ASSIGNEE_ = :person"
                    + " union all select o.TASK_ID_ from ACT_RU_IDENTITYLINK o join ACT_RU_TASK f on f.ID_ = o.TASK_ID_"
                    + " where f.ASSIGNEE_ is null and " + OFFERED + " fetch first " + (FEW + 1) + " rows only) x";

    private static final int SUSPENDED = 2;

    private final JdbcClient jdbc;

    OpenTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** None when it is done, or was never one of a release. */
    public Optional<CurrentTask> find(String id) {
        return group(jdbc.sql(SELECT + " where t.ID_ = :id" + ORDER)
                        .param("id", id)
                        .query(OpenTasks::row)
                        .list())
                .stream()
                .findFirst();
    }

    /** The open tasks of these releases, oldest first. */
    public List<CurrentTask> of(Collection<String> releases) {
        if (releases.isEmpty()) {
            return List.of();
        }
        return group(jdbc.sql(SELECT + " where e.BUSINESS_KEY_ in (:releases)" + ORDER)
                .param("releases", releases)
                .query(OpenTasks::row)
                .list());
    }

    /** What somebody holds, and what nobody holds and is offered to him; oldest first. */
    List<CurrentTask> mine(String person, Set<String> groups, @Nullable WorklistPlace after, int limit) {
        Map<String, Object> values = Map.of(
                "person",
                person,
                "groups",
                groups.isEmpty() ? Set.of("-") : groups,
                "created",
                Timestamp.from(after == null ? Instant.EPOCH : after.created()),
                "task",
                after == null ? "" : after.task(),
                "limit",
                limit);
        // Whoever has few would have the database go through everybody's to find them; whoever has many soon has a
        // page.
        long all = jdbc.sql(HOW_MANY).params(values).query(Long.class).single();
        return group(jdbc.sql(SELECT + PAGE.formatted(all > FEW ? AMONG_ALL : GATHERED) + ORDER)
                .params(values)
                .query(OpenTasks::row)
                .list());
    }

    private static List<CurrentTask> group(List<Row> rows) {
        Map<String, List<Row>> byTask = new LinkedHashMap<>();
        rows.forEach(
                row -> byTask.computeIfAbsent(row.id(), id -> new ArrayList<>()).add(row));
        return byTask.values().stream().map(OpenTasks::task).toList();
    }

    private static CurrentTask task(List<Row> rows) {
        Row first = rows.get(0);
        List<String> groups = new ArrayList<>();
        List<String> users = new ArrayList<>();
        for (Row row : rows) {
            if (row.group() != null) {
                groups.add(row.group());
            }
            if (row.user() != null) {
                users.add(row.user());
            }
        }
        return new CurrentTask(
                first.id(),
                first.release(),
                first.key(),
                first.name(),
                first.assignee(),
                List.copyOf(groups),
                List.copyOf(users),
                first.created(),
                first.due(),
                first.suspended());
    }

    private record Row(
            String id,
            String release,
            String key,
            String name,
            @Nullable String assignee,
            @Nullable Instant created,
            @Nullable Instant due,
            boolean suspended,
            @Nullable String group,
            @Nullable String user) {}

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString("id"),
                row.getString("release"),
                row.getString("task_key"),
                row.getString("name"),
                row.getString("assignee"),
                instant(row.getTimestamp("created")),
                instant(row.getTimestamp("due")),
                row.getInt("suspension") == SUSPENDED,
                row.getString("offered_group"),
                row.getString("offered_user"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
