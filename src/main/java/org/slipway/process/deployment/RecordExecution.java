package org.slipway.process.deployment;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.slipway.process.ForModels;
import org.slipway.release.ReleaseLifecycle;
import org.springframework.stereotype.Component;

/** Notes that the release is executed. */
@ForModels
@Component
class RecordExecution implements JavaDelegate {

    private final ReleaseLifecycle lifecycle;

    RecordExecution(ReleaseLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public void execute(DelegateExecution execution) {
        lifecycle.executed(execution.getProcessBusinessKey());
    }
}
