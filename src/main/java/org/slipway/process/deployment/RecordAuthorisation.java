package org.slipway.process.deployment;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.slipway.process.ForModels;
import org.slipway.process.ProcessVariable;
import org.slipway.release.ReleaseLifecycle;
import org.springframework.stereotype.Component;

/** Notes whether the requester lets the execution begin, and whether its window is open. */
@ForModels
@Component
class RecordAuthorisation implements JavaDelegate {

    private final ReleaseLifecycle lifecycle;

    RecordAuthorisation(ReleaseLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String release = execution.getProcessBusinessKey();
        ProcessVariable.DEPLOYED.set(execution, false);
        ProcessVariable.WINDOW_OPEN.setTransient(execution, lifecycle.isWindowOpen(release));
        if ("GO".equals(ProcessVariable.DECISION.text(execution))) {
            lifecycle.authorised(release);
        } else {
            lifecycle.authorisationRefused(release);
        }
    }
}
