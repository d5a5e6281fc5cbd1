package org.slipway.process.lifecycle;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.slipway.process.ForModels;
import org.slipway.process.task.Escalation;
import org.springframework.stereotype.Component;

/** Brings overdue work of this process to the release managers. */
@ForModels
@Component
class EscalateOverdueWork implements JavaDelegate {

    private final Escalation escalation;

    EscalateOverdueWork(Escalation escalation) {
        this.escalation = escalation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        escalation.escalate(execution);
    }
}
