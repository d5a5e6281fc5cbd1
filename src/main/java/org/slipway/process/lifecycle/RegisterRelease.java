package org.slipway.process.lifecycle;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.slipway.process.ForModels;
import org.slipway.release.ReleaseLifecycle;
import org.springframework.stereotype.Component;

/** Ties the registered release to this lifecycle; refuses one that nobody registered. */
@ForModels
@Component
class RegisterRelease implements JavaDelegate {

    private final ReleaseLifecycle lifecycle;

    RegisterRelease(ReleaseLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public void execute(DelegateExecution execution) {
        lifecycle.attach(execution.getProcessBusinessKey(), execution.getProcessInstanceId());
    }
}
