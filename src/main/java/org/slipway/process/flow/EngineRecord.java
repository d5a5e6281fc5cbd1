package org.slipway.process.flow;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.jspecify.annotations.Nullable;
import org.slipway.process.flow.ProcessRecord.Incident;
import org.slipway.process.flow.ProcessRecord.Operation;
import org.slipway.process.flow.Trail.Mark;
import org.slipway.process.flow.Trail.Step;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the engine itself still remembers of a release: one statement of each kind, however many cycles it had. */
@Component
class EngineRecord {

    private static final int MOST_RUNS = 10_000;
    private static final int MOST_STEPS = 100_000;
    private static final int CANCELLED = 2;

    /** Of a model that was removed since, what the instance itself says of it. */
    private static final String RUNS = """
            select p.PROC_INST_ID_ id, p.ROOT_PROC_INST_ID_ root, p.SUPER_PROCESS_INSTANCE_ID_ caller,
                   p.STATE_ state, p.START_TIME_ started, p.END_TIME_ ended, p.PROC_DEF_ID_ model,
                   coalesce(d.KEY_, p.PROC_DEF_KEY_) process, d.NAME_ name, coalesce(d.VERSION_, 0) version
              from ACT_HI_PROCINST p
              left join ACT_RE_PROCDEF d on d.ID_ = p.PROC_DEF_ID_
             where p.BUSINESS_KEY_ = :release
             order by p.START_TIME_, p.PROC_INST_ID_
             fetch first :most rows only
            """;

    private static final String STEPS = """
            select a.PROC_INST_ID_ run, a.ACT_ID_ id, a.ACT_NAME_ name, a.ACT_TYPE_ kind,
                   a.ACT_INST_STATE_ state, a.START_TIME_ started, a.END_TIME_ ended, a.ASSIGNEE_ person,
                   a.CALL_PROC_INST_ID_ called
              from ACT_HI_ACTINST a
              join ACT_HI_PROCINST p on p.PROC_INST_ID_ = a.PROC_INST_ID_
             where p.BUSINESS_KEY_ = :release
             order by a.START_TIME_, a.SEQUENCE_COUNTER_, a.ID_
             fetch first :most rows only
            """;

    private static final String OPERATIONS = """
            select o.OPERATION_ID_ operation, o.TIMESTAMP_ done, o.USER_ID_ person, o.OPERATION_TYPE_ kind,
                   o.ENTITY_TYPE_ entity, o.PROPERTY_ property, o.ORG_VALUE_ value_before, o.NEW_VALUE_ value_after,
                   o.ANNOTATION_ annotation, o.PROC_INST_ID_ run
              from ACT_HI_OP_LOG o
              join ACT_HI_PROCINST p on p.PROC_INST_ID_ = o.PROC_INST_ID_
             where p.BUSINESS_KEY_ = :release and o.CATEGORY_ = 'Operator'
               and not (o.OPERATION_TYPE_ = 'Create' and o.ENTITY_TYPE_ = 'ProcessInstance')
             order by o.TIMESTAMP_, o.OPERATION_ID_, o.ID_
            """;

    private static final String INCIDENTS = """
            select i.CREATE_TIME_ created, i.END_TIME_ ended, i.INCIDENT_TYPE_ kind, i.INCIDENT_MSG_ message,
                   i.ACTIVITY_ID_ activity, i.INCIDENT_STATE_ state, i.ANNOTATION_ annotation, i.PROC_INST_ID_ run
              from ACT_HI_INCIDENT i
              join ACT_HI_PROCINST p on p.PROC_INST_ID_ = i.PROC_INST_ID_
             where p.BUSINESS_KEY_ = :release
             order by i.CREATE_TIME_, i.ID_
            """;

    private final JdbcClient jdbc;

    EngineRecord(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param root of the lifecycle that it is or belongs to */
    record Run(
            String id,
            String root,
            @Nullable String calledBy,
            String process,
            @Nullable String name,
            int version,
            String model,
            String state,
            Instant startedAt,
            @Nullable Instant endedAt) {

        boolean isRoot() {
            return id.equals(root);
        }

        Trail trail(int cycle, List<Step> steps) {
            return new Trail(
                    id,
                    cycle,
                    calledBy,
                    process,
                    name == null ? process : name,
                    version,
                    model,
                    switch (state) {
                        case HistoricProcessInstance.STATE_ACTIVE -> ReleaseFlow.State.RUNNING;
                        case HistoricProcessInstance.STATE_SUSPENDED -> ReleaseFlow.State.SUSPENDED;
                        case HistoricProcessInstance.STATE_COMPLETED -> ReleaseFlow.State.COMPLETED;
                        default -> ReleaseFlow.State.CANCELLED;
                    },
                    startedAt,
                    endedAt,
                    steps);
        }
    }

    /** In the order in which they began. */
    List<Run> runs(String release) {
        return jdbc.sql(RUNS)
                .param("release", release)
                .param("most", MOST_RUNS)
                .query((row, index) -> new Run(
                        row.getString("id"),
                        row.getString("root"),
                        row.getString("caller"),
                        row.getString("process"),
                        row.getString("name"),
                        row.getInt("version"),
                        row.getString("model"),
                        row.getString("state"),
                        row.getTimestamp("started").toInstant(),
                        instant(row, "ended")))
                .list();
    }

    /** By run, in the order in which they began. */
    Map<String, List<Step>> steps(String release) {
        Map<String, List<Step>> steps = new HashMap<>();
        jdbc.sql(STEPS).param("release", release).param("most", MOST_STEPS).query(row -> {
            Instant ended = instant(row, "ended");
            boolean calledOff = row.getInt("state") == CANCELLED;
            steps.computeIfAbsent(row.getString("run"), run -> new ArrayList<>())
                    .add(new Step(
                            row.getString("id"),
                            row.getString("name"),
                            row.getString("kind"),
                            ended == null ? Mark.CURRENT : calledOff ? Mark.ENDED : Mark.DONE,
                            row.getTimestamp("started").toInstant(),
                            ended,
                            row.getString("person"),
                            row.getString("called")));
        });
        return steps;
    }

    List<Operation> operations(String release) {
        return jdbc.sql(OPERATIONS)
                .param("release", release)
                .query((row, index) -> new Operation(
                        row.getString("operation"),
                        row.getTimestamp("done").toInstant(),
                        row.getString("person"),
                        row.getString("kind"),
                        row.getString("entity"),
                        row.getString("property"),
                        row.getString("value_before"),
                        row.getString("value_after"),
                        row.getString("annotation"),
                        row.getString("run")))
                .list();
    }

    List<Incident> incidents(String release) {
        return jdbc.sql(INCIDENTS)
                .param("release", release)
                .query((row, index) -> new Incident(
                        row.getTimestamp("created").toInstant(),
                        instant(row, "ended"),
                        row.getString("kind"),
                        row.getString("message"),
                        row.getString("activity"),
                        row.getInt("state"),
                        row.getString("annotation"),
                        row.getString("run")))
                .list();
    }

    /** As deployed; none of one that was removed. */
    Optional<String> model(String id) {
        return jdbc.sql("select b.BYTES_ from ACT_RE_PROCDEF d join ACT_GE_BYTEARRAY b"
                        + " on b.DEPLOYMENT_ID_ = d.DEPLOYMENT_ID_ and b.NAME_ = d.RESOURCE_NAME_ where d.ID_ = ?")
                .param(id)
                .query((row, index) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                .optional();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
