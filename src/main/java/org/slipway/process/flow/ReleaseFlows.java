package org.slipway.process.flow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.jspecify.annotations.Nullable;
import org.slipway.process.engine.EngineCommands;
import org.slipway.process.flow.ReleaseFlow.Run;
import org.slipway.process.flow.ReleaseFlow.State;
import org.slipway.release.Releases;
import org.slipway.shared.Unknown;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where a release is in its models, as the engine remembers it: one statement for its runs and one for their steps, however
 * many they are. Everybody who sees a release may see it.
 */
@Component
public class ReleaseFlows {

    /** More runs than a release of many cycles has. */
    private static final int MOST = 500;

    private static final int CANCELLED = 2;

    private final Releases releases;
    private final JdbcClient jdbc;
    private final EngineCommands engine;
    private final RepositoryService repository;

    ReleaseFlows(Releases releases, JdbcClient jdbc, EngineCommands engine, RepositoryService repository) {
        this.releases = releases;
        this.jdbc = jdbc;
        this.engine = engine;
        this.repository = repository;
    }

    /**
     * @param cycle from 1; the present one when absent
     * @throws Unknown {@code release-unknown}, or {@code cycle-unknown} of a cycle that never was or is forgotten
     */
    @Transactional(readOnly = true)
    public ReleaseFlow of(String number, @Nullable Integer cycle) {
        int present = releases.get(number).cycle();
        int asked = cycle == null ? present : cycle;
        List<Begun> begun = begun(number);
        List<String> roots = begun.stream().filter(Begun::isRoot).map(Begun::id).toList();
        // Each cycle is one lifecycle; the engine forgets the oldest first.
        List<Integer> cycles = IntStream.rangeClosed(present - roots.size() + 1, present)
                .boxed()
                .toList();
        if (!cycles.contains(asked)) {
            throw new Unknown("cycle-unknown", "cycle", asked);
        }
        String root = roots.get(cycles.indexOf(asked));
        Map<String, List<Step>> steps = steps(root);
        List<Run> runs = begun.stream()
                .filter(each -> each.root().equals(root))
                .sorted(Comparator.comparing(Begun::isRoot).reversed().thenComparing(Begun::startedAt))
                .map(each -> run(number, each, steps.getOrDefault(each.id(), List.of())))
                .toList();
        return new ReleaseFlow(cycles, asked, runs);
    }

    /**
     * The drawing of a model, with which this release has run.
     *
     * @throws Unknown {@code process-model-unknown} of any other
     */
    @Transactional(readOnly = true)
    public String model(String number, String model) {
        releases.get(number);
        if (begun(number).stream().noneMatch(each -> each.model().equals(model))) {
            throw new Unknown("process-model-unknown", null, model);
        }
        return engine.ask(() -> {
            try (InputStream drawing = repository.getProcessModel(model)) {
                return new String(drawing.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private record Begun(
            String id,
            String root,
            String model,
            String process,
            String name,
            int version,
            String state,
            Instant startedAt,
            @Nullable Instant endedAt) {

        boolean isRoot() {
            return id.equals(root);
        }
    }

    /** @param open whether the run is there now */
    private record Step(String run, String id, boolean open, boolean done) {}

    private List<Begun> begun(String number) {
        return jdbc.sql("""
                        select p.PROC_INST_ID_ id, p.ROOT_PROC_INST_ID_ root, p.STATE_ state, p.START_TIME_ started,
                               p.END_TIME_ ended, d.ID_ model, d.KEY_ process, d.NAME_ name, d.VERSION_ version
                          from ACT_HI_PROCINST p
                          join ACT_RE_PROCDEF d on d.ID_ = p.PROC_DEF_ID_
                         where p.BUSINESS_KEY_ = :release
                         order by p.START_TIME_, p.PROC_INST_ID_
                         fetch first :most rows only
                        """)
                .param("release", number)
                .param("most", MOST)
                .query(ReleaseFlows::begun)
                .list();
    }

    private static Begun begun(ResultSet row, int number) throws SQLException {
        Timestamp ended = row.getTimestamp("ended");
        String name = row.getString("name");
        String process = row.getString("process");
        return new Begun(
                row.getString("id"),
                row.getString("root"),
                row.getString("model"),
                process,
                name == null ? process : name,
                row.getInt("version"),
                row.getString("state"),
                row.getTimestamp("started").toInstant(),
                ended == null ? null : ended.toInstant());
    }

    /** A step that is walked again and again is one line: as many as the models have, however long it runs. */
    private Map<String, List<Step>> steps(String root) {
        return jdbc
                .sql("""
                        select a.PROC_INST_ID_ run, a.ACT_ID_ step,
                               sum(case when a.END_TIME_ is null then 1 else 0 end) present,
                               sum(case when a.END_TIME_ is not null and a.ACT_INST_STATE_ <> :cancelled then 1 else 0 end) done
                          from ACT_HI_ACTINST a
                         where a.ROOT_PROC_INST_ID_ = :root
                         group by a.PROC_INST_ID_, a.ACT_ID_
                         order by a.ACT_ID_
                        """)
                .param("root", root)
                .param("cancelled", CANCELLED)
                .query((row, number) -> new Step(
                        row.getString("run"), row.getString("step"), row.getInt("present") > 0, row.getInt("done") > 0))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Step::run));
    }

    private static Run run(String number, Begun begun, List<Step> steps) {
        return new Run(
                begun.id(),
                begun.process(),
                begun.name(),
                begun.version(),
                begun.model(),
                "/api/releases/" + number + "/flow/models/" + begun.model(),
                state(begun.state()),
                begun.startedAt(),
                begun.endedAt(),
                ids(steps, Step::done),
                ids(steps, step -> !step.open() && !step.done()),
                ids(steps, Step::open));
    }

    /** What a step of several instances is made of has no place of its own in the drawing. */
    private static List<String> ids(List<Step> steps, Predicate<Step> which) {
        return steps.stream()
                .filter(which)
                .map(step -> step.id().split("#")[0])
                .distinct()
                .toList();
    }

    private static State state(String engines) {
        return switch (engines) {
            case HistoricProcessInstance.STATE_ACTIVE -> State.RUNNING;
            case HistoricProcessInstance.STATE_SUSPENDED -> State.SUSPENDED;
            case HistoricProcessInstance.STATE_COMPLETED -> State.COMPLETED;
            default -> State.CANCELLED;
        };
    }
}
