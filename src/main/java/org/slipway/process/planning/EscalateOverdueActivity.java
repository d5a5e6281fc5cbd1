package org.slipway.process.planning;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.slipway.process.ForModels;
import org.slipway.process.task.Escalation;
import org.springframework.stereotype.Component;

/** Brings an overdue activity to the release managers. */
@ForModels
@Component
class EscalateOverdueActivity implements JavaDelegate {

    private final Escalation escalation;

    EscalateOverdueActivity(Escalation escalation) {
        this.escalation = escalation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        escalation.escalate(execution);
    }
}
