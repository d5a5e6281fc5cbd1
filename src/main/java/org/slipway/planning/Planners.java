package org.slipway.planning;

import org.slipway.access.CurrentUser;
import org.slipway.access.Operation;
import org.slipway.access.Rights;
import org.slipway.release.Release;
import org.springframework.stereotype.Component;

/** Who may plan work for a release: its executor group, and groups with {@link Operation#PLAN_ACTIVITY}. */
@Component
class Planners {

    private final Rights rights;
    private final CurrentUser currentUser;

    Planners(Rights rights, CurrentUser currentUser) {
        this.rights = rights;
        this.currentUser = currentUser;
    }

    /** Refuses everybody else with {@code operation-not-allowed}. */
    void require(Release release) {
        if (!currentUser.groups().contains(release.executorGroup())) {
            rights.require(Operation.PLAN_ACTIVITY, release.model());
        }
    }
}
