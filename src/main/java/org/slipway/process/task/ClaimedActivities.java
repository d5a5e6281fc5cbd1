package org.slipway.process.task;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slipway.planning.ActivityWork;
import org.slipway.process.ProcessVariable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells which activities are open as tasks, and who has claimed them. One statement. */
@Component
class ClaimedActivities implements ActivityWork {

    private static final String SELECT = """
            select v.TEXT_ activity, t.ID_ task, t.ASSIGNEE_ person
              from ACT_RU_TASK t
              join ACT_RU_EXECUTION p on p.ID_ = t.PROC_INST_ID_
              join ACT_RU_EXECUTION e on e.ID_ = t.EXECUTION_ID_
              join ACT_RU_VARIABLE v on v.EXECUTION_ID_ in (e.ID_, e.PARENT_ID_) and v.NAME_ = :variable
             where p.BUSINESS_KEY_ = :release and t.TASK_DEF_KEY_ = 'carryOutActivity'
            """;

    private record Found(UUID activity, Work work) {}

    private final JdbcClient jdbc;

    ClaimedActivities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<UUID, Work> open(String release) {
        return jdbc
                .sql(SELECT)
                .param("variable", ProcessVariable.ACTIVITY.key())
                .param("release", release)
                .query((row, index) -> new Found(
                        UUID.fromString(row.getString("activity")),
                        new Work(row.getString("task"), row.getString("person"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Found::activity, Found::work));
    }
}
