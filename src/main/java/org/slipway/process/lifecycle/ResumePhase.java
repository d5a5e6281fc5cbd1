package org.slipway.process.lifecycle;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.slipway.process.ForModels;
import org.springframework.stereotype.Component;

/** Reactivates the release and lets what was frozen go on. */
@ForModels
@Component
class ResumePhase implements JavaDelegate {

    private final Hold hold;

    ResumePhase(Hold hold) {
        this.hold = hold;
    }

    @Override
    public void execute(DelegateExecution execution) {
        hold.release(execution);
    }
}
