package org.slipway.process.lifecycle;

import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Execution;
import org.jspecify.annotations.Nullable;
import org.slipway.access.Operation;
import org.slipway.portfolio.BoundFlows;
import org.slipway.process.ProcessMessage;
import org.slipway.process.ProcessVariable;
import org.slipway.process.engine.EngineCommands;
import org.slipway.process.task.Assignment;
import org.slipway.process.task.Due;
import org.slipway.process.task.OpenTasks;
import org.slipway.release.CurrentTask;
import org.slipway.release.ReleaseProcess;
import org.slipway.release.Releases;
import org.slipway.release.Reopening;
import org.slipway.shared.WrongState;
import org.springframework.stereotype.Component;

/**
 * Starts lifecycles and sends them what people want. Messages go to the one instance that the record names; by business
 * key they could reach any instance of the family, or start another.
 */
@Component
class RunningReleases implements ReleaseProcess {

    private static final String LIFECYCLE = "release-lifecycle";
    private static final int MOST = 100;
    private static final String PLANNING = "planRelease";

    /** Whose tasks they are. Those of a flow of one's own go with whichever group they are offered to. */
    private static final Map<String, Operation> PARTS = Map.of(
            PLANNING,
            Operation.EXECUTE,
            "executeRelease",
            Operation.EXECUTE,
            "testRelease",
            Operation.EXECUTE,
            "extendRelease",
            Operation.EXECUTE,
            "carryOutActivity",
            Operation.EXECUTE,
            "carryOutBackoutStep",
            Operation.EXECUTE,
            "approveRelease",
            Operation.APPROVE,
            "homologateRelease",
            Operation.APPROVE);

    private final EngineCommands engine;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService jobs;
    private final OpenTasks open;
    private final Releases releases;
    private final Due due;

    RunningReleases(
            EngineCommands engine,
            RuntimeService runtime,
            TaskService tasks,
            ManagementService jobs,
            OpenTasks open,
            Releases releases,
            Due due) {
        this.engine = engine;
        this.runtime = runtime;
        this.tasks = tasks;
        this.jobs = jobs;
        this.open = open;
        this.releases = releases;
        this.due = due;
    }

    @Override
    public void start(String release, BoundFlows flows) {
        Map<String, Object> variables = variables(flows);
        engine.run(() -> runtime.startProcessInstanceByKey(LIFECYCLE, release, variables));
    }

    @Override
    public void suspend(String release, String justification, @Nullable String complement) {
        send(
                ProcessMessage.SUSPENSION_REQUESTED.key(),
                release,
                complement == null
                        ? Map.of(ProcessVariable.JUSTIFICATION.key(), justification)
                        : Map.of(
                                ProcessVariable.JUSTIFICATION.key(),
                                justification,
                                ProcessVariable.COMPLEMENT.key(),
                                complement));
    }

    @Override
    public void reactivate(String release) {
        CurrentTask task = currentTasks(release).stream()
                .filter(each -> each.definitionKey().equals("reactivateRelease"))
                .findFirst()
                .orElseThrow(() -> new WrongState("transition-not-legal", null, "REACTIVATE", ""));
        engine.run(() -> tasks.complete(task.id()));
    }

    @Override
    public void cancel(String release, String reason) {
        send(ProcessMessage.CANCELLATION_REQUESTED.key(), release, Map.of(ProcessVariable.REASON.key(), reason));
    }

    @Override
    public void reopen(String release, BoundFlows flows, Reopening reopening) {
        Map<String, Object> variables = new HashMap<>(variables(flows));
        variables.put(ProcessVariable.PHASE.key(), reopening.phase().name());
        engine.run(() -> runtime.createMessageCorrelation(ProcessMessage.RELEASE_REOPENED.key())
                .processInstanceBusinessKey(release)
                .setVariables(variables)
                .correlateStartMessage());
    }

    @Override
    public void startEarly(String release, String reason) {
        engine.run(() -> reachWindow(release, reason));
    }

    private void reachWindow(String release, String reason) {
        Execution waiting = runtime
                .createExecutionQuery()
                .processInstanceBusinessKey(release)
                .messageEventSubscriptionName(ProcessMessage.EARLY_START_REQUESTED.key())
                .listPage(0, 1)
                .stream()
                .findFirst()
                .orElseThrow(() -> new WrongState("window-not-awaited", null));
        runtime.messageEventReceived(
                ProcessMessage.EARLY_START_REQUESTED.key(),
                waiting.getId(),
                ProcessVariable.answers(Map.of(ProcessVariable.REASON.key(), reason)));
    }

    @Override
    public void redirect(String release, Operation part, String fromGroup, String toGroup) {
        List<CurrentTask> offered = currentTasks(release).stream()
                .filter(task -> task.candidateGroups().contains(fromGroup))
                .filter(task -> PARTS.getOrDefault(task.definitionKey(), part) == part)
                .toList();
        // Where managers approve beside the approver group, one approval is that group's and the other stays theirs.
        boolean managersStay = part == Operation.APPROVE && fromGroup.equals(Assignment.MANAGERS) && offered.size() > 1;
        engine.run(() ->
                (managersStay ? offered.subList(0, 1) : offered).forEach(task -> offerTo(task, fromGroup, toGroup)));
    }

    private void offerTo(CurrentTask task, String fromGroup, String toGroup) {
        boolean managersPlan = task.definitionKey().equals(PLANNING) && fromGroup.equals(Assignment.MANAGERS);
        if (!managersPlan) {
            tasks.deleteCandidateGroup(task.id(), fromGroup);
        }
        if (!task.candidateGroups().contains(toGroup)) {
            tasks.addCandidateGroup(task.id(), toGroup);
        }
    }

    @Override
    public void reschedule(String release) {
        engine.run(() -> movePlanning(release));
    }

    private void movePlanning(String release) {
        Date planned = due.planning(release);
        for (CurrentTask task : currentTasks(release)) {
            if (task.definitionKey().equals(PLANNING)) {
                tasks.setDueDate(task.id(), planned);
            }
        }
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(release).listPage(0, MOST).stream()
                .flatMap(instance -> jobs
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .activityId("planReleaseOverdue")
                        .listPage(0, MOST)
                        .stream())
                .forEach(timer -> jobs.setJobDuedate(timer.getId(), planned));
    }

    @Override
    public List<CurrentTask> currentTasks(String release) {
        return open.of(List.of(release));
    }

    @Override
    public Map<String, List<CurrentTask>> currentTasks(Collection<String> numbers) {
        return open.of(numbers).stream().collect(Collectors.groupingBy(CurrentTask::release));
    }

    private void send(String message, String release, Map<String, ?> variables) {
        String lifecycle = releases.get(release).progress().processInstance();
        engine.run(() -> runtime.createMessageCorrelation(message)
                .processInstanceId(lifecycle)
                .setVariables(ProcessVariable.answers(variables))
                .correlate());
    }

    private static Map<String, Object> variables(BoundFlows flows) {
        return Map.of(
                ProcessVariable.PLANNING_PROCESS.key(), flows.planning(),
                ProcessVariable.DEPLOYMENT_PROCESS.key(), flows.deployment());
    }
}
