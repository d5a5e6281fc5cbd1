package org.slipway.process.lifecycle;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.slipway.process.ForModels;
import org.slipway.release.ReleaseLifecycle;
import org.springframework.stereotype.Component;

/** Notes that the requester does not accept what was deployed. */
@ForModels
@Component
class RecordRefusal implements JavaDelegate {

    private final ReleaseLifecycle lifecycle;

    RecordRefusal(ReleaseLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public void execute(DelegateExecution execution) {
        lifecycle.refused(execution.getProcessBusinessKey());
    }
}
