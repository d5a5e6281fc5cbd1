package org.slipway.process.lifecycle;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.slipway.process.ForModels;
import org.slipway.release.ReleaseLifecycle;
import org.springframework.stereotype.Component;

/** Concludes the release. */
@ForModels
@Component
class ConcludeRelease implements JavaDelegate {

    private final ReleaseLifecycle lifecycle;

    ConcludeRelease(ReleaseLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public void execute(DelegateExecution execution) {
        lifecycle.concluded(execution.getProcessBusinessKey());
    }
}
