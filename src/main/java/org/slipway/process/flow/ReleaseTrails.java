package org.slipway.process.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slipway.process.flow.EngineRecord.Run;
import org.slipway.process.flow.ProcessRecord.Incident;
import org.slipway.process.flow.ProcessRecord.Operation;
import org.slipway.process.flow.Trail.Step;
import org.slipway.release.Releases;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Every run of a release, of all its cycles, with every step: as it was kept, or else as the engine still remembers it. */
@Component
public class ReleaseTrails {

    private static final Comparator<Trail> ORDER = Comparator.comparing(Trail::cycle)
            .thenComparing(trail -> !trail.isRoot())
            .thenComparing(Trail::startedAt)
            .thenComparing(Trail::id);

    private final Releases releases;
    private final EngineRecord engine;
    private final KeptRuns kept;

    ReleaseTrails(Releases releases, EngineRecord engine, KeptRuns kept) {
        this.releases = releases;
        this.engine = engine;
        this.kept = kept;
    }

    /** Nothing of what is kept changes any more, so it goes before what the engine says of the same run. */
    @Transactional(readOnly = true)
    public ProcessRecord of(String number) {
        int present = releases.get(number).cycle();
        List<KeptRun> before = kept.of(number);
        Set<String> known = before.stream().map(KeptRun::id).collect(Collectors.toSet());
        List<Trail> trails = new ArrayList<>(before.stream().map(KeptRun::run).toList());
        Map<String, List<Step>> steps = engine.steps(number);
        List<Run> runs = engine.runs(number);
        Map<String, Integer> cycles = cycles(present, runs, before);
        runs.stream()
                .filter(run -> !known.contains(run.id()))
                .forEach(run -> trails.add(
                        run.trail(cycles.getOrDefault(run.root(), 1), steps.getOrDefault(run.id(), List.of()))));
        trails.sort(ORDER);
        return new ProcessRecord(
                trails,
                Stream.concat(
                                before.stream().flatMap(run -> run.operations().stream()),
                                engine.operations(number).stream().filter(each -> !known.contains(each.process())))
                        .sorted(Comparator.comparing(Operation::at))
                        .toList(),
                Stream.concat(
                                before.stream().flatMap(run -> run.incidents().stream()),
                                engine.incidents(number).stream().filter(each -> !known.contains(each.process())))
                        .sorted(Comparator.comparing(Incident::createdAt))
                        .toList(),
                before.stream().map(KeptRun::asKept).toList());
    }

    /** A model as it was deployed, by its id; none that was removed without being kept. */
    @Transactional(readOnly = true)
    public Optional<String> model(String id) {
        return engine.model(id).or(() -> kept.model(id));
    }

    /** Each cycle is one lifecycle; of those that nobody knows any more, the first ones are missing. */
    static Map<String, Integer> cycles(int present, List<Run> runs, List<KeptRun> kept) {
        Map<String, Instant> begun = new HashMap<>();
        runs.stream().filter(Run::isRoot).forEach(run -> begun.put(run.id(), run.startedAt()));
        kept.stream()
                .map(KeptRun::run)
                .filter(Trail::isRoot)
                .forEach(trail -> begun.put(trail.id(), trail.startedAt()));
        List<String> lifecycles = begun.entrySet().stream()
                .sorted(Map.Entry.<String, Instant>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        Map<String, Integer> cycles = new HashMap<>();
        for (int i = 0; i < lifecycles.size(); i++) {
            cycles.put(lifecycles.get(i), present - lifecycles.size() + 1 + i);
        }
        return cycles;
    }
}
