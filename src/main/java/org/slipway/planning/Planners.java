package org.slipway.planning;

import org.jspecify.annotations.Nullable;
import org.slipway.access.CurrentUser;
import org.slipway.access.Operation;
import org.slipway.access.People;
import org.slipway.access.Rights;
import org.slipway.release.Release;
import org.slipway.shared.BusinessRuleViolated;
import org.slipway.shared.Malformed;
import org.springframework.stereotype.Component;

/** Who may plan work for a release, and for whom. */
@Component
class Planners {

    private final Rights rights;
    private final People people;
    private final CurrentUser currentUser;

    Planners(Rights rights, People people, CurrentUser currentUser) {
        this.rights = rights;
        this.people = people;
        this.currentUser = currentUser;
    }

    /**
     * Refuses with {@code operation-not-allowed} everybody outside of the release's executor group and of the groups with
     * {@link Operation#PLAN_ACTIVITY}.
     */
    void require(Release release) {
        if (!currentUser.groups().contains(release.executorGroup())) {
            rights.require(Operation.PLAN_ACTIVITY, release.model());
        }
    }

    /**
     * Refuses those who could never complete the task, which would keep the phase from its end: {@code group-unknown},
     * {@code person-unknown}, {@code activity-group-may-not}, {@code activity-person-may-not}.
     */
    void requireAble(Release release, String group, @Nullable String assignee) {
        if (!group.equals(release.executorGroup()) && !people.groupExists(group)) {
            throw new Malformed("group-unknown", "group", group);
        }
        if (!rights.groupHas(group, Operation.EXECUTE, release.model())) {
            throw new BusinessRuleViolated("activity-group-may-not", "group", group);
        }
        if (assignee == null) {
            return;
        }
        if (people.find(assignee).isEmpty()) {
            throw new Malformed("person-unknown", "assignee", assignee);
        }
        boolean able = people.groupsOf(assignee).stream()
                .anyMatch(his -> rights.groupHas(his, Operation.EXECUTE, release.model()));
        if (!able) {
            throw new BusinessRuleViolated("activity-person-may-not", "assignee", assignee);
        }
    }
}
