package org.slipway.architecture.violations.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The one who may. */
class ProcessVariable {

    Object read(DelegateExecution execution) {
        return execution.getVariable("decision");
    }
}
