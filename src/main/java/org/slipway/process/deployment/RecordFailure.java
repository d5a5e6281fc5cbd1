package org.slipway.process.deployment;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.slipway.process.ForModels;
import org.slipway.release.ReleaseLifecycle;
import org.springframework.stereotype.Component;

/** Notes that execution, test or homologation did not succeed. */
@ForModels
@Component
class RecordFailure implements JavaDelegate {

    private final ReleaseLifecycle lifecycle;

    RecordFailure(ReleaseLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public void execute(DelegateExecution execution) {
        lifecycle.failed(execution.getProcessBusinessKey());
    }
}
