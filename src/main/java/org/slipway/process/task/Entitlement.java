package org.slipway.process.task;

import java.util.Collection;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slipway.access.CurrentUser;
import org.slipway.access.Operation;
import org.slipway.access.People;
import org.slipway.access.Rights;
import org.slipway.release.CurrentTask;
import org.slipway.release.Release;
import org.slipway.shared.NotAllowed;
import org.slipway.shared.Refusal;
import org.springframework.stereotype.Component;

/**
 * Who may work on a task (src/docs/domain.md, Permissions). What only the requester may do, only he may, and the release
 * managers when he is no longer known; the release says who that is, not to whom the engine's task is linked. Some tasks are
 * open to whoever has the right for them. Everything else is for those to whom it is offered.
 */
@Component
class Entitlement {

    private final Rights rights;
    private final CurrentUser currentUser;
    private final People people;
    private final StepCatalogue steps;

    Entitlement(Rights rights, CurrentUser currentUser, People people, StepCatalogue steps) {
        this.rights = rights;
        this.currentUser = currentUser;
        this.people = people;
        this.steps = steps;
    }

    /**
     * Refuses with {@code task-requesters}, {@code task-held}, {@code task-not-offered} or {@code operation-not-allowed}.
     *
     * @param assignee who holds it, by capturing it, by plan or by delegation; none while it is being captured
     * @param users  to whom the task is offered by name
     * @param groups to whom the task is offered as members
     */
    void require(
            String taskKey,
            Release release,
            @Nullable String assignee,
            Collection<String> users,
            Collection<String> groups) {
        Step<?> step = steps.find(taskKey).orElse(null);
        String requester = release.requester();
        BooleanSupplier gone = () -> people.find(requester).isEmpty();
        Refusal refusal = refusal(step, requester, gone, assignee, users, groups);
        if (refusal != null) {
            throw refusal;
        }
        Operation right = right(step);
        if (right != null) {
            rights.require(right, release.model());
        }
    }

    /** Whether {@link #require} would let the person work on a task as it stands, asking the database nothing. */
    boolean allows(CurrentTask task, String requester, boolean gone, String model) {
        Step<?> step = steps.find(task.definitionKey()).orElse(null);
        Operation right = right(step);
        Refusal refusal =
                refusal(step, requester, () -> gone, task.assignee(), task.candidateUsers(), task.candidateGroups());
        return refusal == null && (right == null || rights.mayI(right, model));
    }

    private @Nullable Refusal refusal(
            @Nullable Step<?> step,
            String requester,
            BooleanSupplier gone,
            @Nullable String assignee,
            Collection<String> users,
            Collection<String> groups) {
        String me = currentUser.requirePerson();
        if (step != null && step.isRequesters()) {
            return refusalOfRequesters(me, requester, gone, assignee);
        }
        boolean mine = Objects.equals(assignee, me);
        if (mine || step != null && step.isOpenToTheRight()) {
            return null;
        }
        if (!isOffered(me, users, groups)) {
            return new NotAllowed("task-not-offered", null);
        }
        return assignee == null ? null : new NotAllowed("task-held", null, assignee);
    }

    private @Nullable Refusal refusalOfRequesters(
            String me, String requester, BooleanSupplier gone, @Nullable String assignee) {
        if (me.equals(requester)) {
            return null;
        }
        if (!currentUser.groups().contains(Assignment.MANAGERS) || !gone.getAsBoolean()) {
            return new NotAllowed("task-requesters", null);
        }
        if (assignee == null || assignee.equals(me) || assignee.equals(requester)) {
            return null;
        }
        return new NotAllowed("task-held", null, assignee);
    }

    private boolean isOffered(String me, Collection<String> users, Collection<String> groups) {
        return users.contains(me) || groups.stream().anyMatch(currentUser.groups()::contains);
    }

    private static @Nullable Operation right(@Nullable Step<?> step) {
        return step == null || step.isRequesters() ? null : step.right();
    }
}
