package org.slipway.process.deployment;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.slipway.process.ForModels;
import org.slipway.process.ProcessVariable;
import org.slipway.release.ReleaseInterruptions;
import org.springframework.stereotype.Component;

/** Notes who lets the deployment begin before its window opens, and why. */
@ForModels
@Component
class RecordEarlyStart implements JavaDelegate {

    private final ReleaseInterruptions interruptions;

    RecordEarlyStart(ReleaseInterruptions interruptions) {
        this.interruptions = interruptions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        interruptions.startEarly(execution.getProcessBusinessKey(), ProcessVariable.REASON.text(execution));
    }
}
