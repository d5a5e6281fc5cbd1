package org.slipway.process.backout;

import java.util.List;
import java.util.UUID;
import org.slipway.planning.BackoutPlans;
import org.slipway.process.ForModels;
import org.springframework.stereotype.Component;

/** The steps of the back-out plan that are still to be done, for the model {@code release-backout}. */
@ForModels
@Component
public class BackoutPlan {

    private final BackoutPlans plans;

    BackoutPlan(BackoutPlans plans) {
        this.plans = plans;
    }

    /** Ids, in the order of the plan. */
    public List<String> openSteps(String release) {
        return plans.openSteps(release).stream().map(UUID::toString).toList();
    }

    /** The id of the step whose turn it is. */
    public String nextStep(String release) {
        return openSteps(release).get(0);
    }
}
