package org.slipway.process.deployment;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.slipway.process.ForModels;
import org.slipway.process.ProcessVariable;
import org.slipway.release.ReleaseLifecycle;
import org.springframework.stereotype.Component;

/** Notes that the release is solved and waits for its requester. */
@ForModels
@Component
class RecordSolution implements JavaDelegate {

    private final ReleaseLifecycle lifecycle;

    RecordSolution(ReleaseLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public void execute(DelegateExecution execution) {
        lifecycle.solved(execution.getProcessBusinessKey());
        ProcessVariable.DEPLOYED.set(execution, true);
    }
}
