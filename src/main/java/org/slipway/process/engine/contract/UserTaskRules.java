package org.slipway.process.engine.contract;

import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;

/** Work for people asks its questions in a form, is due at some time, and is told of when it is overdue. */
final class UserTaskRules {

    private UserTaskRules() {}

    static void check(BpmnFile file, Findings.InFile findings) {
        for (UserTask task : file.all(UserTask.class)) {
            String id = task.getId();
            findings.addUnless(
                    isSaid(task.getCamundaFormKey()),
                    id,
                    "the task has a form (camunda:formKey), such as embedded:deployment:plan-release.html");
            findings.addUnless(isSaid(task.getCamundaDueDate()), id, "the task has a due date (camunda:dueDate)");
            findings.addUnless(
                    file.all(BoundaryEvent.class).stream().anyMatch(event -> tellsOfDelay(event, id)),
                    id,
                    "the task has a non-interrupting timer that tells of its delay");
        }
    }

    private static boolean tellsOfDelay(BoundaryEvent event, String task) {
        return task.equals(event.getAttributeValue("attachedToRef"))
                && !event.cancelActivity()
                && !event.getChildElementsByType(TimerEventDefinition.class).isEmpty();
    }

    private static boolean isSaid(@Nullable String value) {
        return value != null && !value.isBlank();
    }
}
