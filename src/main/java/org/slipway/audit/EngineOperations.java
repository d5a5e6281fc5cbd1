package org.slipway.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slipway.process.EngineOperation;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notes what people do in the engine besides working on tasks. */
@Component
class EngineOperations {

    private final Journal journal;

    EngineOperations(Journal journal) {
        this.journal = journal;
    }

    @EventListener
    void note(EngineOperation done) {
        Map<String, String> detail = new LinkedHashMap<>();
        put(detail, "property", done.property());
        put(detail, "before", done.before());
        put(detail, "after", done.after());
        put(detail, "process", done.process());
        journal.record(EntryKind.OPERATION, null, done.type() + " " + done.entity(), detail);
    }

    private static void put(Map<String, String> detail, String name, @Nullable String value) {
        if (value != null) {
            detail.put(name, value);
        }
    }
}
