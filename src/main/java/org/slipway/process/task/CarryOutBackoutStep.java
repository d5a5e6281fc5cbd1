package org.slipway.process.task;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.slipway.access.CurrentUser;
import org.slipway.access.Operation;
import org.slipway.planning.BackoutPlans;
import org.slipway.process.ProcessVariable;
import org.slipway.release.Release;
import org.springframework.stereotype.Component;

/** One step of the back-out plan is done. */
@Component
class CarryOutBackoutStep implements Step<Answers.BackOutStep> {

    private final BackoutPlans plans;
    private final CurrentUser currentUser;

    CarryOutBackoutStep(BackoutPlans plans, CurrentUser currentUser) {
        this.plans = plans;
        this.currentUser = currentUser;
    }

    @Override
    public String task() {
        return "carryOutBackoutStep";
    }

    @Override
    public Class<Answers.BackOutStep> answers() {
        return Answers.BackOutStep.class;
    }

    @Override
    public Operation right() {
        return Operation.EXECUTE;
    }

    @Override
    public void complete(DelegateTask task, Release release, Answers.BackOutStep answers) {
        plans.done(
                UUID.fromString(String.valueOf(ProcessVariable.BACKOUT_STEP.text(task))),
                currentUser.id(),
                answers.executionRecord());
    }
}
