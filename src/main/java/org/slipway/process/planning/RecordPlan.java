package org.slipway.process.planning;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.slipway.process.ForModels;
import org.springframework.stereotype.Component;

/** Records the plan and tells the decision on approvals what it decides by. */
@ForModels
@Component
class RecordPlan implements JavaDelegate {

    private final PlanRecord plans;

    RecordPlan(PlanRecord plans) {
        this.plans = plans;
    }

    @Override
    public void execute(DelegateExecution execution) {
        plans.record(execution);
    }
}
