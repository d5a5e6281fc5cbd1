package org.slipway.process.task;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.slipway.access.CurrentUser;
import org.slipway.access.Operation;
import org.slipway.access.People;
import org.slipway.access.Rights;
import org.slipway.process.ProcessVariable;
import org.slipway.process.engine.EngineCommands;
import org.slipway.release.CurrentTask;
import org.slipway.release.Happening;
import org.slipway.release.OccurrenceCategory;
import org.slipway.release.Occurrences;
import org.slipway.release.Release;
import org.slipway.release.Releases;
import org.slipway.release.WaitingTasks;
import org.slipway.shared.BusinessRuleViolated;
import org.slipway.shared.Malformed;
import org.slipway.shared.Refusal;
import org.slipway.shared.Slice;
import org.slipway.shared.Unknown;
import org.slipway.shared.WrongState;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Work on tasks from outside Tasklist, under the same rules. Commands on one release wait for one another. */
@Component
public class Tasks implements WaitingTasks {

    /** A task with what the person who asks has saved for it. */
    public record TaskView(
            CurrentTask task,
            List<String> sharedWith,
            @Nullable JsonNode draft,
            @Nullable String draftedBy,
            @Nullable Instant draftedAt) {}

    private final OpenTasks open;
    private final TaskLock lock;
    private final Drafts drafts;
    private final EngineCommands engine;
    private final TaskService tasks;
    private final HistoryService history;
    private final Releases releases;
    private final StepCatalogue steps;
    private final Entitlement entitlement;
    private final Occurrences occurrences;
    private final People people;
    private final Rights rights;
    private final CurrentUser currentUser;

    Tasks(
            OpenTasks open,
            TaskLock lock,
            Drafts drafts,
            EngineCommands engine,
            TaskService tasks,
            HistoryService history,
            Releases releases,
            StepCatalogue steps,
            Entitlement entitlement,
            Occurrences occurrences,
            People people,
            Rights rights,
            CurrentUser currentUser) {
        this.open = open;
        this.lock = lock;
        this.drafts = drafts;
        this.engine = engine;
        this.tasks = tasks;
        this.history = history;
        this.releases = releases;
        this.steps = steps;
        this.entitlement = entitlement;
        this.occurrences = occurrences;
        this.people = people;
        this.rights = rights;
        this.currentUser = currentUser;
    }

    @Override
    @Transactional(readOnly = true)
    public Slice<CurrentTask> mine(@Nullable String after, int limit) {
        WorklistPlace place = after == null ? null : WorklistPlace.read(after);
        List<CurrentTask> found = open.mine(currentUser.id(), currentUser.groups(), place, limit + 1);
        return Slice.of(found, limit, task -> WorklistPlace.of(task).write());
    }

    @Transactional(readOnly = true)
    public List<CurrentTask> of(String release) {
        releases.get(release);
        return open.of(List.of(release));
    }

    /** As {@link #of}, of a release that is known to exist. */
    @Transactional(readOnly = true)
    public List<CurrentTask> next(String release) {
        return open.of(List.of(release));
    }

    /** As {@link #of}, for a release that is known to exist. */
    @Transactional(readOnly = true)
    public List<CurrentTask> openOf(String release) {
        return open.of(List.of(release));
    }

    /** Refuses with {@code task-unknown}, or {@code task-done} when it has been completed. */
    @Transactional(readOnly = true)
    public TaskView get(String id) {
        CurrentTask task = find(id);
        Optional<Drafts.Draft> draft = drafts.mine(id);
        return new TaskView(
                task,
                task.candidateUsers(),
                draft.map(Drafts.Draft::answers).orElse(null),
                draft.map(Drafts.Draft::person).orElse(null),
                draft.map(Drafts.Draft::savedAt).orElse(null));
    }

    /** Captures the task for the person who asks. */
    @Transactional
    public void claim(String id) {
        CurrentTask task = locked(id);
        requireActive(task);
        engine.run(() -> tasks.claim(id, currentUser.requirePerson()));
    }

    /** Gives a captured task back. Refuses with {@code task-personal} one that is offered to nobody else. */
    @Transactional
    public void unclaim(String id) {
        CurrentTask task = locked(id);
        requireActive(task);
        if (!currentUser.id().equals(task.assignee())) {
            requireDelegation(task);
        }
        engine.run(() -> tasks.setAssignee(id, null));
    }

    /** @return the number of the release */
    @Transactional
    public String complete(String id, Map<String, Object> answers) {
        Release release = lock.lock(id).orElseThrow(() -> gone(id));
        engine.run(() -> {
            // The engine keeps what it has found for the command that follows.
            Task task = Optional.ofNullable(tasks.createTaskQuery().taskId(id).singleResult())
                    .orElseThrow(() -> gone(id));
            if (task.isSuspended()) {
                throw new WrongState("release-suspended", null);
            }
            // Asked before the engine is, so that a wrong answer names its field; the guard asks again behind every
            // door.
            Optional<Step<?>> step = steps.find(task.getTaskDefinitionKey());
            tasks.complete(
                    id,
                    ProcessVariable.answers(
                            step.isPresent() ? steps.values(steps.read(step.get(), answers)) : answers));
        });
        return release.number();
    }

    /** Keeps answers for later, for the person who asks; only who may work on the task may do that. */
    @Transactional
    public void keep(String id, Map<String, Object> answers) {
        CurrentTask task = locked(id);
        Release release = releases.get(task.release());
        entitlement.require(
                task.definitionKey(), release, task.assignee(), task.candidateUsers(), task.candidateGroups());
        drafts.keep(id, release.number(), answers);
    }

    /**
     * Shares the task with one more person, one more group or both, and offers it again to all. Needs
     * {@link Operation#DELEGATE}, or to hold the task. Refuses what only the requester may do.
     */
    @Transactional
    public void share(String id, @Nullable String user, @Nullable String group) {
        CurrentTask task = locked(id);
        requireActive(task);
        requireDelegation(task);
        if (steps.find(task.definitionKey()).filter(Step::isRequesters).isPresent()) {
            throw new BusinessRuleViolated("task-requesters", null);
        }
        if (user == null && group == null) {
            throw new Malformed("required", "user");
        }
        if (user != null && people.find(user).isEmpty()) {
            throw new Malformed("person-unknown", "user", user);
        }
        if (group != null && !people.groupExists(group)) {
            throw new Malformed("group-unknown", "group", group);
        }
        if (user != null) {
            engine.run(() -> tasks.addCandidateUser(id, user));
            recordSharing(task, user);
        }
        if (group != null) {
            engine.run(() -> tasks.addCandidateGroup(id, group));
            recordSharing(task, group);
        }
        if (task.assignee() != null) {
            engine.run(() -> tasks.setAssignee(id, null));
        }
    }

    private void recordSharing(CurrentTask task, String with) {
        occurrences.record(
                task.release(), Happening.inTask(OccurrenceCategory.SHARING, task.definitionKey(), null, with));
    }

    private void requireActive(CurrentTask task) {
        if (task.suspended()) {
            throw new WrongState("release-suspended", null);
        }
    }

    private void requireDelegation(CurrentTask task) {
        if (!currentUser.id().equals(task.assignee())) {
            rights.require(Operation.DELEGATE, releases.get(task.release()).model());
        }
    }

    /** Waits for other commands on the release, then looks again. */
    private CurrentTask locked(String id) {
        releases.lock(find(id).release());
        return find(id);
    }

    private CurrentTask find(String id) {
        return open.find(id).orElseThrow(() -> gone(id));
    }

    private Refusal gone(String id) {
        boolean done = history.createHistoricTaskInstanceQuery().taskId(id).count() > 0;
        return done ? new WrongState("task-done", null) : new Unknown("task-unknown", null);
    }
}
