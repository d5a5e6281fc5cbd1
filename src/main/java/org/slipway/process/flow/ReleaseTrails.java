package org.slipway.process.flow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.jspecify.annotations.Nullable;
import org.slipway.process.flow.Trail.Mark;
import org.slipway.process.flow.Trail.Step;
import org.slipway.release.Releases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every run of a release, of all cycles that the engine still remembers, with every step: one statement for the runs and one
 * for the steps, however many they are.
 */
@Component
public class ReleaseTrails {

    private static final int MOST_RUNS = 500;
    private static final int MOST_STEPS = 100_000;
    private static final int CANCELLED = 2;

    private final Releases releases;
    private final JdbcClient jdbc;

    ReleaseTrails(Releases releases, JdbcClient jdbc) {
        this.releases = releases;
        this.jdbc = jdbc;
    }

    /** By cycle, each lifecycle before what it called. */
    @Transactional(readOnly = true)
    public List<Trail> of(String number) {
        int present = releases.get(number).cycle();
        List<Run> runs = runs(number);
        List<String> roots = runs.stream().filter(Run::isRoot).map(Run::id).toList();
        Map<String, List<Step>> steps = steps(number);
        List<Trail> trails = new ArrayList<>();
        for (int i = 0; i < roots.size(); i++) {
            String root = roots.get(i);
            // Each cycle is one lifecycle; the engine forgets the oldest first.
            int cycle = present - roots.size() + 1 + i;
            runs.stream().filter(run -> run.id().equals(root)).forEach(run -> trails.add(run.trail(cycle, steps)));
            runs.stream()
                    .filter(run -> run.root().equals(root) && !run.isRoot())
                    .forEach(run -> trails.add(run.trail(cycle, steps)));
        }
        return trails;
    }

    private record Run(
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

        Trail trail(int cycle, Map<String, List<Step>> steps) {
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
                    steps.getOrDefault(id, List.of()));
        }
    }

    private List<Run> runs(String number) {
        return jdbc.sql("""
                        select p.PROC_INST_ID_ id, p.ROOT_PROC_INST_ID_ root, p.SUPER_PROCESS_INSTANCE_ID_ caller,
                               p.STATE_ state, p.START_TIME_ started, p.END_TIME_ ended, d.ID_ model, d.KEY_ process,
                               d.NAME_ name, d.VERSION_ version
                          from ACT_HI_PROCINST p
                          join ACT_RE_PROCDEF d on d.ID_ = p.PROC_DEF_ID_
                         where p.BUSINESS_KEY_ = :release
                         order by p.START_TIME_, p.PROC_INST_ID_
                         fetch first :most rows only
                        """)
                .param("release", number)
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

    private Map<String, List<Step>> steps(String number) {
        Map<String, List<Step>> steps = new HashMap<>();
        jdbc.sql("""
                        select a.PROC_INST_ID_ run, a.ACT_ID_ id, a.ACT_NAME_ name, a.ACT_TYPE_ kind,
                               a.ACT_INST_STATE_ state, a.START_TIME_ started, a.END_TIME_ ended, a.ASSIGNEE_ person,
                               a.CALL_PROC_INST_ID_ called
                          from ACT_HI_ACTINST a
                          join ACT_HI_PROCINST p on p.PROC_INST_ID_ = a.PROC_INST_ID_
                         where p.BUSINESS_KEY_ = :release
                         order by a.START_TIME_, a.SEQUENCE_COUNTER_, a.ID_
                         fetch first :most rows only
                        """).param("release", number).param("most", MOST_STEPS).query(row -> {
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

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
