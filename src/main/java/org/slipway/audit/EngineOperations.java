package org.slipway.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slipway.process.EngineOperation;
import org.slipway.process.KeptProcess;
import org.slipway.process.flow.InstancesOfReleases;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notes what people do in the engine besides working on tasks, and what was kept before it forgot it, and of which release. */
@Component
class EngineOperations {

    private final Journal journal;
    private final InstancesOfReleases instances;

    EngineOperations(Journal journal, InstancesOfReleases instances) {
        this.journal = journal;
        this.instances = instances;
    }

    @EventListener
    void note(EngineOperation done) {
        Map<String, String> detail = new LinkedHashMap<>();
        put(detail, "property", done.property());
        put(detail, "before", done.before());
        put(detail, "after", done.after());
        put(detail, "process", done.process());
        put(detail, "reason", done.reason());
        String release = done.process() == null
                ? null
                : instances.releaseOf(done.process()).orElse(null);
        journal.record(EntryKind.OPERATION, release, done.type() + " " + done.entity(), detail);
    }

    @EventListener
    void note(KeptProcess kept) {
        journal.record(EntryKind.TRAIL, kept.release(), "process", Map.of(TrailsCheck.HASHES, kept.hashes()));
    }

    private static void put(Map<String, String> detail, String name, @Nullable String value) {
        if (value != null) {
            detail.put(name, value);
        }
    }
}
