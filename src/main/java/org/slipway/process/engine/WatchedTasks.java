package org.slipway.process.engine;

import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;

/** Puts the {@link TaskWatch} on every user task, so that no model can leave it out. */
class WatchedTasks extends AbstractBpmnParseListener {

    private final ObjectProvider<TaskWatch> watch;

    /** @param watch looked up when a task is worked on, because it needs the engine that is being built here */
    WatchedTasks(ObjectProvider<TaskWatch> watch) {
        this.watch = watch;
    }

    @Override
    public void parseUserTask(Element userTask, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        definition.addBuiltInTaskListener(
                TaskListener.EVENTNAME_ASSIGNMENT, task -> watch.getObject().assigned(task));
        definition.addBuiltInTaskListener(
                TaskListener.EVENTNAME_COMPLETE, task -> watch.getObject().completed(task));
    }
}
