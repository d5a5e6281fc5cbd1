package org.slipway.process.lifecycle;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.slipway.process.ForModels;
import org.slipway.release.ReleaseLifecycle;
import org.springframework.stereotype.Component;

/** Closes the release: its configuration items now run what was released. */
@ForModels
@Component
class PromoteConfigurationItems implements JavaDelegate {

    private final ReleaseLifecycle lifecycle;

    PromoteConfigurationItems(ReleaseLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public void execute(DelegateExecution execution) {
        lifecycle.closed(execution.getProcessBusinessKey());
    }
}
