package org.slipway.process.task;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slipway.planning.ActivityWork;
import org.slipway.process.ProcessVariable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the board which activities somebody is working on: those whose task is claimed. One statement. */
@Component
class ClaimedActivities implements ActivityWork {

    private static final String SELECT = """
            select v.TEXT_ activity, t.ASSIGNEE_ person
              from ACT_RU_TASK t
              join ACT_RU_EXECUTION p on p.ID_ = t.PROC_INST_ID_
              join ACT_RU_EXECUTION e on e.ID_ = t.EXECUTION_ID_
              join ACT_RU_VARIABLE v on v.EXECUTION_ID_ in (e.ID_, e.PARENT_ID_) and v.NAME_ = :variable
             where p.BUSINESS_KEY_ = :release and t.TASK_DEF_KEY_ = 'carryOutActivity' and t.ASSIGNEE_ is not null
            """;

    private record Claimed(UUID activity, String person) {}

    private final JdbcClient jdbc;

    ClaimedActivities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<UUID, String> claimed(String release) {
        return jdbc
                .sql(SELECT)
                .param("variable", ProcessVariable.ACTIVITY.key())
                .param("release", release)
                .query((row, index) -> new Claimed(UUID.fromString(row.getString("activity")), row.getString("person")))
                .list()
                .stream()
                .collect(Collectors.toMap(Claimed::activity, Claimed::person));
    }
}
