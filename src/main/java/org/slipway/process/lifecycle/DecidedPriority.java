package org.slipway.process.lifecycle;

import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.slipway.process.engine.EngineCommands;
import org.slipway.release.Level;
import org.slipway.release.PriorityMatrix;
import org.springframework.stereotype.Component;

/** The priority as the decision {@code derive-priority} has it, in its newest version. */
@Component
class DecidedPriority implements PriorityMatrix {

    private final EngineCommands engine;
    private final DecisionService decisions;

    DecidedPriority(EngineCommands engine, DecisionService decisions) {
        this.engine = engine;
        this.decisions = decisions;
    }

    @Override
    public int priority(Level impact, Level urgency) {
        Number priority = engine.ask(() -> decisions
                .evaluateDecisionTableByKey("derive-priority")
                .variables(Map.of("impact", impact.name(), "urgency", urgency.name()))
                .evaluate()
                .getSingleEntry());
        return priority.intValue();
    }
}
