package org.slipway.process.task;

import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slipway.access.CurrentUser;
import org.slipway.access.Operation;
import org.slipway.access.Rights;
import org.slipway.release.Release;
import org.slipway.shared.NotAllowed;
import org.springframework.stereotype.Component;

/**
 * Who may work on a task (src/docs/domain.md, Permissions): those to whom it is offered, with the right that its step
 * needs. What only the requester may do, only he may; those to whom it is offered when he is gone stand in for him.
 */
@Component
class Entitlement {

    private final Rights rights;
    private final CurrentUser currentUser;
    private final StepCatalogue steps;

    Entitlement(Rights rights, CurrentUser currentUser, StepCatalogue steps) {
        this.rights = rights;
        this.currentUser = currentUser;
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
        String me = currentUser.requirePerson();
        Step<?> step = steps.find(taskKey).orElse(null);
        boolean offered = users.contains(me) || groups.stream().anyMatch(currentUser.groups()::contains);
        boolean mine = Objects.equals(assignee, me);
        if (step != null && step.isRequesters()) {
            if (!me.equals(release.requester()) && !offered) {
                throw new NotAllowed("task-requesters", null);
            }
        } else if (!offered && !mine && !(users.isEmpty() && groups.isEmpty())) {
            throw new NotAllowed("task-not-offered", null);
        }
        if (assignee != null && !mine) {
            throw new NotAllowed("task-held", null, assignee);
        }
        Operation right = step == null || step.isRequesters() ? null : step.right();
        if (right != null) {
            rights.require(right, release.model());
        }
    }
}
