package org.slipway.architecture.violations.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.slipway.architecture.violations.Violates;

@Violates("LISTENERS_OF_THE_ENGINE_ARE_TECHNICAL")
class HiddenBusiness implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        task.setAssignee("somebody");
    }
}
