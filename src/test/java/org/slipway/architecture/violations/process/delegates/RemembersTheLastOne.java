package org.slipway.architecture.violations.process.delegates;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.slipway.architecture.violations.Violates;

@Violates("DELEGATES_HOLD_NO_STATE")
class RemembersTheLastOne implements JavaDelegate {

    private String last = "";

    @Override
    public void execute(DelegateExecution execution) {
        last = last + execution.getId();
    }
}
