package org.slipway.architecture.violations.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;

class SendsAMessage {

    void send(RuntimeService engine, Map<String, Object> variables) {
        engine.createMessageCorrelation("ActivityAdded")
                .setVariables(variables)
                .setVariablesToTriggeredScope(variables)
                .correlate();
    }
}
