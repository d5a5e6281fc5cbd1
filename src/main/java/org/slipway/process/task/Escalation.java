package org.slipway.process.task;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.slipway.release.Happening;
import org.slipway.release.OccurrenceCategory;
import org.slipway.release.Occurrences;
import org.springframework.stereotype.Component;

/**
 * Overdue work is written down and offered to the release managers as well, unless only the requester may do it; each task
 * once, however many timers of its process fire afterwards.
 */
@Component
public class Escalation {

    private static final int MOST = 100;

    /** Marks a task beside those to whom it is offered; no list of tasks asks for it. */
    private static final String ESCALATED = "escalated";

    private final TaskService tasks;
    private final StepCatalogue steps;
    private final Occurrences occurrences;
    private final Clock clock;

    Escalation(TaskService tasks, StepCatalogue steps, Occurrences occurrences, Clock clock) {
        this.tasks = tasks;
        this.steps = steps;
        this.occurrences = occurrences;
        this.clock = clock;
    }

    /** Escalates what has become overdue in the process in which a timer has fired. */
    public void escalate(DelegateExecution timer) {
        Date now = Date.from(clock.instant().plusSeconds(1));
        List<Task> overdue = tasks.createTaskQuery()
                .processInstanceId(timer.getProcessInstanceId())
                .dueBefore(now)
                .listPage(0, MOST);
        for (Task task : overdue) {
            List<IdentityLink> links = tasks.getIdentityLinksForTask(task.getId());
            if (links.stream().noneMatch(link -> ESCALATED.equals(link.getType()))) {
                escalate(task, links, timer.getProcessBusinessKey());
            }
        }
    }

    private void escalate(Task task, List<IdentityLink> links, String release) {
        tasks.addGroupIdentityLink(task.getId(), Assignment.MANAGERS, ESCALATED);
        boolean requesters = steps.find(task.getTaskDefinitionKey())
                .filter(Step::isRequesters)
                .isPresent();
        if (!requesters && !isOfferedToManagers(links)) {
            tasks.addCandidateGroup(task.getId(), Assignment.MANAGERS);
        }
        occurrences.record(
                release, Happening.inTask(OccurrenceCategory.ESCALATION, task.getTaskDefinitionKey(), null, null));
    }

    /** The engine would write a second link, and every list of groups would name them twice. */
    private static boolean isOfferedToManagers(List<IdentityLink> links) {
        return links.stream().anyMatch(link -> Assignment.MANAGERS.equals(link.getGroupId()));
    }
}
