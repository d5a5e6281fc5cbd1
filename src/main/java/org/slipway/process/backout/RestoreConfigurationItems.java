package org.slipway.process.backout;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.slipway.process.ForModels;
import org.slipway.release.ReleaseLifecycle;
import org.springframework.stereotype.Component;

/** Takes back what the deployment did to the configuration items. */
@ForModels
@Component
class RestoreConfigurationItems implements JavaDelegate {

    private final ReleaseLifecycle lifecycle;

    RestoreConfigurationItems(ReleaseLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public void execute(DelegateExecution execution) {
        lifecycle.backedOut(execution.getProcessBusinessKey());
    }
}
