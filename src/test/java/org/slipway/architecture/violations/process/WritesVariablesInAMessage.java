package org.slipway.architecture.violations.process;

import org.camunda.bpm.engine.RuntimeService;
import org.slipway.architecture.violations.Violates;

@Violates("PROCESS_VARIABLES_HAVE_ONE_DOOR")
class WritesVariablesInAMessage {

    void send(RuntimeService engine) {
        engine.createMessageCorrelation("ActivityAdded")
                .setVariable("activity", "1")
                .correlate();
    }
}
