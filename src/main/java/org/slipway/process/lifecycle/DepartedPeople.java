package org.slipway.process.lifecycle;

import java.util.List;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.task.Task;
import org.slipway.access.People;
import org.slipway.process.EngineOperation;
import org.slipway.process.engine.EngineCommands;
import org.slipway.process.task.Assignment;
import org.slipway.process.task.OpenTasks;
import org.slipway.release.CurrentTask;
import org.slipway.release.Happening;
import org.slipway.release.OccurrenceCategory;
import org.slipway.release.Occurrences;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * What somebody held whose account is deleted is held by nobody any more, and what was offered to nobody else goes to
 * the release managers; so they stand in for a requester who is gone (src/docs/domain.md, Closing).
 */
@Component
class DepartedPeople {

    private static final int MOST = 1000;

    private final EngineCommands engine;
    private final TaskService tasks;
    private final OpenTasks open;
    private final People people;
    private final Occurrences occurrences;

    DepartedPeople(EngineCommands engine, TaskService tasks, OpenTasks open, People people, Occurrences occurrences) {
        this.engine = engine;
        this.tasks = tasks;
        this.open = open;
        this.people = people;
        this.occurrences = occurrences;
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(EngineOperation done) {
        if (EntityTypes.USER.equals(done.entity())
                && UserOperationLogEntry.OPERATION_TYPE_DELETE.equals(done.type())
                && done.after() != null) {
            String person = done.after();
            engine.run(() -> tasks.createTaskQuery().taskAssignee(person).active().listPage(0, MOST).stream()
                    .map(Task::getId)
                    .flatMap(id -> open.find(id).stream())
                    .forEach(task -> offer(task, person)));
        }
    }

    /** What nobody can touch while a release is suspended is looked at when it goes on. */
    void settle(String release) {
        for (CurrentTask task : open.of(List.of(release))) {
            String holder = task.assignee();
            if (holder != null && people.find(holder).isEmpty()) {
                offer(task, holder);
            }
        }
    }

    private void offer(CurrentTask task, String departed) {
        boolean personal = task.candidateGroups().isEmpty();
        if (personal) {
            tasks.addCandidateGroup(task.id(), Assignment.MANAGERS);
        }
        tasks.setAssignee(task.id(), null);
        if (personal) {
            occurrences.record(
                    task.release(),
                    Happening.inTask(
                            OccurrenceCategory.DIRECTION,
                            task.definitionKey(),
                            null,
                            departed + " → " + Assignment.MANAGERS));
        }
    }
}
