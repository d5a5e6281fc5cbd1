package org.slipway.process.lifecycle;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.slipway.process.ForModels;
import org.slipway.process.ProcessVariable;
import org.springframework.stereotype.Component;

/** Suspends the release and freezes everything that runs below this lifecycle. */
@ForModels
@Component
class PutPhaseOnHold implements JavaDelegate {

    private final Hold hold;

    PutPhaseOnHold(Hold hold) {
        this.hold = hold;
    }

    @Override
    public void execute(DelegateExecution execution) {
        hold.put(execution, ProcessVariable.JUSTIFICATION.text(execution), ProcessVariable.COMPLEMENT.text(execution));
    }
}
