package org.slipway.architecture.violations.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.slipway.architecture.violations.Violates;

@Violates("PROCESS_VARIABLES_HAVE_ONE_DOOR")
class ReadsVariablesByName {

    Object read(DelegateExecution execution) {
        return execution.getVariable("decision");
    }
}
