package org.slipway.process.task;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import org.slipway.access.CurrentUser;
import org.slipway.process.ProcessVariable;
import org.slipway.process.engine.TaskWatch;
import org.slipway.release.Captures;
import org.slipway.release.Release;
import org.slipway.release.Releases;
import org.slipway.shared.BusinessRuleViolated;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Lets a task of a release be captured or completed only by those who may and with answers that hold, whether they come
 * through REST, a form in Tasklist or the engine's own API (src/docs/adr/0008). Gateways and delegates after the task go by
 * what was read of the answers, never by what was written.
 */
@Component
class CompletionGuard implements TaskWatch {

    private final Releases releases;
    private final Captures captures;
    private final StepCatalogue steps;
    private final Entitlement entitlement;
    private final CurrentUser currentUser;
    private final ApplicationEventPublisher events;

    CompletionGuard(
            Releases releases,
            Captures captures,
            StepCatalogue steps,
            Entitlement entitlement,
            CurrentUser currentUser,
            ApplicationEventPublisher events) {
        this.releases = releases;
        this.captures = captures;
        this.steps = steps;
        this.entitlement = entitlement;
        this.currentUser = currentUser;
        this.events = events;
    }

    /**
     * Somebody captures a task for himself, or gives one back; what models and delegation assign was checked where it came
     * from. What is offered to nobody else cannot be given back: nobody would find it again.
     */
    @Override
    public void assigned(DelegateTask task) {
        String number = task.getExecution().getProcessBusinessKey();
        if (number == null) {
            return;
        }
        if (task.getAssignee() == null && task.getCandidates().isEmpty()) {
            throw new BusinessRuleViolated("task-personal", null);
        }
        if (!Objects.equals(task.getAssignee(), currentUser.id())) {
            return;
        }
        Release release = releases.lock(number);
        boolean byTheModel = task.getLastUpdated() == null;
        if (!byTheModel) {
            requireEntitled(task, release, null);
        }
        captures.captured(number, task.getTaskDefinitionKey());
    }

    @Override
    public void completed(DelegateTask task) {
        String number = task.getExecution().getProcessBusinessKey();
        if (number == null) {
            return;
        }
        Release release = releases.lock(number);
        requireEntitled(task, release, task.getAssignee());
        captures.worked(number);
        Step<?> step = steps.find(task.getTaskDefinitionKey()).orElse(null);
        if (step != null) {
            complete(step, task, release);
        }
    }

    private <A extends Record> void complete(Step<A> step, DelegateTask task, Release release) {
        Map<String, Object> given = new HashMap<>();
        List<String> stored = new ArrayList<>();
        for (String question : StepCatalogue.questions(step)) {
            Object answer = ProcessVariable.answer(task, question);
            if (answer != null) {
                given.put(question, answer);
            }
            if (ProcessVariable.isStored(task, question)) {
                stored.add(question);
            }
        }
        if (!stored.isEmpty()) {
            events.publishEvent(new StoredAnswers(task.getProcessInstanceId(), stored));
        }
        A answers = steps.read(step, given);
        Map<String, Object> read = steps.values(answers);
        for (String question : given.keySet()) {
            if (!given.get(question).equals(read.get(question))) {
                ProcessVariable.correct(task, question, read.get(question));
            }
        }
        step.complete(task, release, answers);
    }

    private void requireEntitled(DelegateTask task, Release release, @Nullable String holder) {
        Set<IdentityLink> candidates = task.getCandidates();
        entitlement.require(
                task.getTaskDefinitionKey(),
                release,
                holder,
                candidates.stream()
                        .map(IdentityLink::getUserId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()),
                candidates.stream()
                        .map(IdentityLink::getGroupId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
    }
}
