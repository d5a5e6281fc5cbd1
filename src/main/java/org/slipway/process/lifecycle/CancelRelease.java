package org.slipway.process.lifecycle;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.slipway.process.ForModels;
import org.slipway.release.ReleaseLifecycle;
import org.springframework.stereotype.Component;

/** Cancels the release, once what was deployed has been taken back. */
@ForModels
@Component
class CancelRelease implements JavaDelegate {

    private final ReleaseLifecycle lifecycle;

    CancelRelease(ReleaseLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public void execute(DelegateExecution execution) {
        lifecycle.cancelled(execution.getProcessBusinessKey());
    }
}
