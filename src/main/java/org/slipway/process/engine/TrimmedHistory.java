package org.slipway.process.engine;

import java.util.EnumSet;
import java.util.Set;
import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.jspecify.annotations.Nullable;

/**
 * The engine's full history but for what nobody reads: timers that came, went and did what they should (failed jobs
 * stay), the engine's own counting in multi-instance tasks, and the derivation of priorities (src/docs/adr/0009).
 */
class TrimmedHistory extends AbstractHistoryLevel {

    static final String NAME = "slipway";

    /** Apart from the engine's own levels, which end at 3. */
    private static final int ID = 70;

    private static final Set<HistoryEventTypes> UNEVENTFUL_JOBS =
            EnumSet.of(HistoryEventTypes.JOB_CREATE, HistoryEventTypes.JOB_SUCCESS, HistoryEventTypes.JOB_DELETE);

    /** Decided outside of any process; what went in and what came out stands in the record. */
    private static final String PRIORITY = "derive-priority";

    private static final Set<String> COUNTERS =
            Set.of("nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances", "loopCounter");

    @Override
    public int getId() {
        return ID;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, @Nullable Object entity) {
        if (type instanceof HistoryEventTypes known && UNEVENTFUL_JOBS.contains(known)) {
            return false;
        }
        if (entity instanceof DecisionDefinition decision && decision.getKey().equals(PRIORITY)) {
            return false;
        }
        return !(entity instanceof VariableInstance variable && COUNTERS.contains(variable.getName()));
    }
}
