package org.slipway.planning;

import org.slipway.release.DeploymentBackedOut;
import org.slipway.release.ReleaseMoved;
import org.slipway.release.ReleaseRegistered;
import org.slipway.release.ReleaseReopened;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps plans in step with what happens to their releases. */
@Component
class PlanKeeper {

    private final BackoutPlans backoutPlans;
    private final ActivityRepository activities;

    PlanKeeper(BackoutPlans backoutPlans, ActivityRepository activities) {
        this.backoutPlans = backoutPlans;
        this.activities = activities;
    }

    @EventListener
    void on(ReleaseRegistered registered) {
        backoutPlans.add(registered.release(), registered.backoutPlan());
    }

    @EventListener
    void on(DeploymentBackedOut backedOut) {
        backoutPlans.openAgain(backedOut.release());
    }

    @EventListener
    void on(ReleaseReopened reopened) {
        backoutPlans.openAgain(reopened.release());
    }

    @EventListener
    void on(ReleaseMoved moved) {
        if (moved.to().isEnded()) {
            activities
                    .findByReleaseAndState(moved.release(), ActivityState.TODO)
                    .forEach(Activity::cancel);
        }
    }
}
