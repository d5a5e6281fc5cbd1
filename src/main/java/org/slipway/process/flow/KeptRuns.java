package org.slipway.process.flow;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slipway.process.KeptProcess;
import org.slipway.process.engine.BeforeForgetting;
import org.slipway.process.flow.EngineRecord.Run;
import org.slipway.process.flow.KeptRun.Content;
import org.slipway.process.flow.ProcessRecord.Incident;
import org.slipway.process.flow.ProcessRecord.Operation;
import org.slipway.process.flow.Trail.Step;
import org.slipway.release.Releases;
import org.slipway.shared.Digest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the engine did for releases, kept when it forgets that: each run once, compressed, with digests in the place of
 * people, so that nothing has to be changed in it when one of them is erased (src/docs/adr/0017).
 */
@Component
public class KeptRuns implements BeforeForgetting {

    private static final Logger LOG = LoggerFactory.getLogger(KeptRuns.class);
    private static final int PAGE = 200;

    /** Clocks of nodes differ, and cleaning up takes its time. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private static final String ENDED = "select p.PROC_INST_ID_ id, p.BUSINESS_KEY_ release from ACT_HI_PROCINST p"
            + " join release_record r on r.number = p.BUSINESS_KEY_ where p.END_TIME_ is not null and not exists"
            + " (select 1 from process_kept_run k where k.id = p.PROC_INST_ID_) and ";

    private final EngineRecord engine;
    private final Releases releases;
    private final DigestedPeople people;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    KeptRuns(
            EngineRecord engine,
            Releases releases,
            DigestedPeople people,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            ObjectMapper json,
            Clock clock) {
        this.engine = engine;
        this.releases = releases;
        this.people = people;
        this.events = events;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** @param sha256 of what is kept by this id, a run or a model, as it is now; empty of what cannot be read */
    public record Hashed(String id, @Nullable String release, String sha256) {}

    private record Ended(String id, String release) {}

    private record Packed(String id, @Nullable String release, byte[] content) {

        Hashed hashed() {
            try {
                return new Hashed(id, release, Digest.ofBytes(KeptRun.unpacked(content)));
            } catch (UncheckedIOException e) {
                return new Hashed(id, release, "");
            }
        }
    }

    @Override
    @Transactional
    public void keepDue() {
        Timestamp until = Timestamp.from(clock.instant().plus(AHEAD));
        String after = "";
        List<Ended> some = due(until, after);
        while (!some.isEmpty()) {
            keep(some);
            after = some.get(some.size() - 1).id();
            some = due(until, after);
        }
    }

    @Override
    @Transactional
    public void keep(Collection<String> instances) {
        List<String> all = List.copyOf(instances);
        for (int from = 0; from < all.size(); from += PAGE) {
            keep(jdbc.sql(ENDED + "p.PROC_INST_ID_ in (:instances)")
                    .param("instances", all.subList(from, Math.min(all.size(), from + PAGE)))
                    .query(Ended.class)
                    .list());
        }
    }

    private List<Ended> due(Timestamp until, String after) {
        return jdbc.sql(ENDED + "p.REMOVAL_TIME_ <= :until and p.PROC_INST_ID_ > :after"
                        + " order by p.PROC_INST_ID_ fetch first " + PAGE + " rows only")
                .param("until", until)
                .param("after", after)
                .query(Ended.class)
                .list();
    }

    private void keep(List<Ended> ended) {
        ended.stream()
                .collect(Collectors.groupingBy(
                        Ended::release,
                        TreeMap::new,
                        Collectors.mapping(Ended::id, Collectors.toCollection(TreeSet::new))))
                .forEach(this::keep);
    }

    private void keep(String release, Set<String> ids) {
        List<Run> runs = engine.runs(release);
        Map<String, Integer> cycles = ReleaseTrails.cycles(releases.get(release).cycle(), runs, of(release));
        Map<String, List<Step>> steps = engine.steps(release);
        Map<String, List<Operation>> operations =
                engine.operations(release).stream().collect(Collectors.groupingBy(Operation::process));
        Map<String, List<Incident>> incidents =
                engine.incidents(release).stream().collect(Collectors.groupingBy(Incident::process));
        SortedMap<String, String> hashes = new TreeMap<>();
        for (Run run : runs) {
            if (ids.contains(run.id())) {
                Content content = new Content(
                        release,
                        keptModel(run.model(), hashes),
                        run.trail(cycles.getOrDefault(run.root(), 1), steps.getOrDefault(run.id(), List.of())),
                        operations.getOrDefault(run.id(), List.of()),
                        incidents.getOrDefault(run.id(), List.of()));
                KeptRun kept = KeptRun.of(content.with(people::digested, people::digestedIfKnown), json);
                jdbc.sql("insert into process_kept_run (id, release_number, content) values (?, ?, ?)")
                        .params(run.id(), release, KeptRun.packed(kept.written()))
                        .update();
                hashes.put(run.id(), Digest.ofBytes(kept.written()));
            }
        }
        if (!hashes.isEmpty()) {
            events.publishEvent(new KeptProcess(release, hashes));
        }
    }

    private @Nullable String keptModel(String id, SortedMap<String, String> hashes) {
        if (!hashes.containsKey(id)) {
            model(id)
                    .or(() -> engine.model(id).map(xml -> keepModel(id, xml)))
                    .ifPresent(xml -> hashes.put(id, Digest.ofBytes(xml.getBytes(StandardCharsets.UTF_8))));
        }
        return hashes.get(id);
    }

    private String keepModel(String id, String xml) {
        jdbc.sql("insert into process_kept_model (id, content) values (?, ?)")
                .params(id, KeptRun.packed(xml.getBytes(StandardCharsets.UTF_8)))
                .update();
        return xml;
    }

    /** Of a release, with the names of people; what somebody has made unreadable is left to verifying. */
    List<KeptRun> of(String release) {
        List<KeptRun> kept = packed(release).stream()
                .flatMap(each -> {
                    try {
                        return Stream.of(KeptRun.read(each.content(), json));
                    } catch (UncheckedIOException e) {
                        LOG.error("What was kept of the run {} of {} cannot be read", each.id(), release);
                        return Stream.empty();
                    }
                })
                .toList();
        return kept.isEmpty() ? kept : people.named(release, kept);
    }

    Optional<String> model(String id) {
        return jdbc.sql("select content from process_kept_model where id = ?")
                .param(id)
                .query((row, index) -> new String(KeptRun.unpacked(row.getBytes(1)), StandardCharsets.UTF_8))
                .optional();
    }

    /** All runs, and all models. */
    @Transactional(readOnly = true)
    public void each(Consumer<Hashed> to) {
        for (String table : List.of("process_kept_run", "process_kept_model")) {
            List<Packed> some = page(table, "");
            while (!some.isEmpty()) {
                some.stream().map(Packed::hashed).forEach(to);
                some = page(table, some.get(some.size() - 1).id());
            }
        }
    }

    /** The runs of one release, and those of these models that are there. */
    @Transactional(readOnly = true)
    public void each(String release, Collection<String> models, Consumer<Hashed> to) {
        packed(release).stream().map(Packed::hashed).forEach(to);
        if (!models.isEmpty()) {
            jdbc.sql("select id, content from process_kept_model where id in (:models)")
                    .param("models", models)
                    .query(row -> {
                        to.accept(new Packed(row.getString(1), null, row.getBytes(2)).hashed());
                    });
        }
    }

    private List<Packed> packed(String release) {
        return jdbc.sql("select id, release_number as release, content from process_kept_run where release_number = ?"
                        + " order by id")
                .param(release)
                .query((row, index) -> new Packed(row.getString(1), row.getString(2), row.getBytes(3)))
                .list();
    }

    private List<Packed> page(String table, String after) {
        boolean runs = table.equals("process_kept_run");
        return jdbc.sql("select id, content" + (runs ? ", release_number" : "") + " from " + table
                        + " where id > ? order by id fetch first " + PAGE + " rows only")
                .param(after)
                .query((row, index) -> new Packed(row.getString(1), runs ? row.getString(3) : null, row.getBytes(2)))
                .list();
    }
}
