package org.slipway.process.lifecycle;

import java.util.Map;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.slipway.planning.ActivityPlanned;
import org.slipway.process.ProcessMessage;
import org.slipway.process.ProcessVariable;
import org.slipway.process.engine.EngineCommands;
import org.slipway.shared.WrongState;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Makes a planned activity a task of the phase that runs; one at most does, and it alone listens. */
@Component
class AddedActivities {

    private final EngineCommands engine;
    private final RuntimeService runtime;

    AddedActivities(EngineCommands engine, RuntimeService runtime) {
        this.engine = engine;
        this.runtime = runtime;
    }

    /** Refuses with {@code release-not-active} when no phase runs that could take it. */
    @EventListener
    void on(ActivityPlanned planned) {
        try {
            engine.run(() -> runtime.createMessageCorrelation(ProcessMessage.ACTIVITY_ADDED.key())
                    .processInstanceBusinessKey(planned.release())
                    .setVariablesToTriggeredScope(Map.of(
                            ProcessVariable.ACTIVITY.key(), planned.activity().toString()))
                    .correlate());
        } catch (MismatchingMessageCorrelationException noPhase) {
            throw new WrongState("release-not-active", null);
        }
    }
}
