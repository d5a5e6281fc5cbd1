package org.slipway.process.task;

import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slipway.access.CurrentUser;
import org.slipway.access.Operation;
import org.slipway.access.People;
import org.slipway.access.Rights;
import org.slipway.release.Release;
import org.slipway.shared.NotAllowed;
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
        String me = currentUser.requirePerson();
        Step<?> step = steps.find(taskKey).orElse(null);
        if (step != null && step.isRequesters()) {
            requireRequester(me, release, assignee);
            return;
        }
        boolean openToTheRight = step != null && step.isOpenToTheRight();
        boolean mine = Objects.equals(assignee, me);
        if (!openToTheRight && !mine && !isOffered(me, users, groups)) {
            throw new NotAllowed("task-not-offered", null);
        }
        if (!openToTheRight && !mine && assignee != null) {
            throw new NotAllowed("task-held", null, assignee);
        }
        Operation right = step == null ? null : step.right();
        if (right != null) {
            rights.require(right, release.model());
        }
    }

    private boolean isOffered(String me, Collection<String> users, Collection<String> groups) {
        return users.contains(me) || groups.stream().anyMatch(currentUser.groups()::contains);
    }

    private void requireRequester(String me, Release release, @Nullable String assignee) {
        String requester = release.requester();
        if (me.equals(requester)) {
            return;
        }
        if (!currentUser.groups().contains(Assignment.MANAGERS)
                || people.find(requester).isPresent()) {
            throw new NotAllowed("task-requesters", null);
        }
        if (assignee != null && !assignee.equals(me) && !assignee.equals(requester)) {
            throw new NotAllowed("task-held", null, assignee);
        }
    }
}
