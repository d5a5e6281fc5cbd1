package org.slipway.process.lifecycle;

import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.jobexecutor.TimerCatchIntermediateEventJobHandler;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.slipway.calendar.Calendars;
import org.slipway.calendar.WorkingTime;
import org.slipway.process.engine.EngineCommands;
import org.slipway.process.task.Due;
import org.slipway.release.Release;
import org.slipway.release.ReleaseInterruptions;
import org.slipway.release.ReleaseReactivated;
import org.slipway.release.Releases;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Holds what runs below a lifecycle. The lifecycle itself stays awake, because a suspended instance could not hear the
 * message that wakes it.
 */
@Component
class Hold {

    private static final int MOST = 500;

    private final EngineCommands engine;
    private final ReleaseInterruptions interruptions;
    private final Releases releases;
    private final Calendars calendars;
    private final Due due;
    private final DepartedPeople departed;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService jobs;

    Hold(
            EngineCommands engine,
            ReleaseInterruptions interruptions,
            Releases releases,
            Calendars calendars,
            Due due,
            DepartedPeople departed,
            RuntimeService runtime,
            TaskService tasks,
            ManagementService jobs) {
        this.engine = engine;
        this.interruptions = interruptions;
        this.releases = releases;
        this.calendars = calendars;
        this.due = due;
        this.departed = departed;
        this.runtime = runtime;
        this.tasks = tasks;
        this.jobs = jobs;
    }

    void put(DelegateExecution lifecycle, @Nullable String justification, @Nullable String complement) {
        interruptions.suspend(lifecycle.getProcessBusinessKey(), justification, complement);
        List<String> below = below(lifecycle.getProcessInstanceId());
        if (!below.isEmpty()) {
            runtime.updateProcessInstanceSuspensionState()
                    .byProcessInstanceIds(below)
                    .suspend();
        }
    }

    void release(DelegateExecution lifecycle) {
        interruptions.reactivate(lifecycle.getProcessBusinessKey());
        List<String> below = below(lifecycle.getProcessInstanceId());
        if (!below.isEmpty()) {
            runtime.updateProcessInstanceSuspensionState()
                    .byProcessInstanceIds(below)
                    .activate();
        }
    }

    /**
     * Due dates and timers move on by the working time that was lost, but for the opening of the deployment window, which
     * people have agreed on. It happens at the end of the transaction, because the engine cannot change a timer in the
     * command that wakes it.
     */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(ReleaseReactivated reactivated) {
        Release release = releases.get(reactivated.release());
        engine.run(() -> departed.settle(release.number()));
        String lifecycle = release.progress().processInstance();
        if (lifecycle != null && !reactivated.lost().isZero()) {
            WorkingTime time = calendars.get(release.calendar());
            UnaryOperator<Date> later = date -> Date.from(time.add(date.toInstant(), reactivated.lost()));
            engine.run(() -> below(lifecycle).forEach(instance -> shift(instance, release, later)));
        }
    }

    private void shift(String instance, Release release, UnaryOperator<Date> later) {
        Date opening = due.windowOpening(release.number());
        for (Task task : tasks.createTaskQuery().processInstanceId(instance).listPage(0, MOST)) {
            Date date = task.getDueDate();
            if (date != null) {
                tasks.setDueDate(
                        task.getId(), isAt(opening, date) ? due.authorisation(release.number()) : later.apply(date));
            }
        }
        for (Job timer :
                jobs.createJobQuery().processInstanceId(instance).timers().listPage(0, MOST)) {
            if (!isAt(opening, timer.getDuedate())) {
                jobs.setJobDuedate(timer.getId(), later.apply(timer.getDuedate()));
            } else if (!waitsForIt(timer)) {
                jobs.setJobDuedate(timer.getId(), due.authorisation(release.number()));
            }
        }
    }

    /** The engine keeps no more than milliseconds. */
    private static boolean isAt(Date opening, Date date) {
        return opening.getTime() == date.getTime();
    }

    /** The flow stands at the timer, and goes on when the window opens; others tell that something is overdue. */
    private boolean waitsForIt(Job timer) {
        return jobs.createJobDefinitionQuery()
                        .jobDefinitionId(timer.getJobDefinitionId())
                        .jobType(TimerCatchIntermediateEventJobHandler.TYPE)
                        .count()
                > 0;
    }

    private List<String> below(String root) {
        return runtime.createProcessInstanceQuery().rootProcessInstanceId(root).listPage(0, MOST).stream()
                .map(ProcessInstance::getId)
                .filter(id -> !id.equals(root))
                .toList();
    }
}
