package org.slipway.architecture.violations.process.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.context.Context;

class MayPeekInside implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        task.setDescription(String.valueOf(Context.getCommandContext()));
    }
}
