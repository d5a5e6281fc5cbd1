package org.slipway.process.lifecycle;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.slipway.process.ForModels;
import org.slipway.release.ReleaseLifecycle;
import org.springframework.stereotype.Component;

/** Ends a release whose plan was rejected. */
@ForModels
@Component
class RecordRejection implements JavaDelegate {

    private final ReleaseLifecycle lifecycle;

    RecordRejection(ReleaseLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public void execute(DelegateExecution execution) {
        lifecycle.rejected(execution.getProcessBusinessKey());
    }
}
