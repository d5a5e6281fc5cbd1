package org.slipway.process.lifecycle;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.slipway.process.ForModels;
import org.slipway.process.ProcessVariable;
import org.slipway.release.ReleaseInterruptions;
import org.springframework.stereotype.Component;

/** Begins to give the release up and tells whether a deployment has to be taken back. */
@ForModels
@Component
class RecordCancellation implements JavaDelegate {

    private final ReleaseInterruptions interruptions;

    RecordCancellation(ReleaseInterruptions interruptions) {
        this.interruptions = interruptions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean inEffect = interruptions.requestCancellation(
                execution.getProcessBusinessKey(), ProcessVariable.REASON.text(execution));
        ProcessVariable.DEPLOYMENT_IN_EFFECT.set(execution, inEffect);
    }
}
