package org.slipway.link;

import org.slipway.release.Release;
import org.slipway.release.policy.Transition;
import org.slipway.release.policy.TransitionPolicy;
import org.slipway.shared.BusinessRuleViolated;
import org.springframework.stereotype.Component;

/** A release bundles at least one change, from its registration on; the last one cannot be unlinked afterwards. */
@Component
class ChangeRequired implements TransitionPolicy {

    private final LinkRepository links;

    ChangeRequired(LinkRepository links) {
        this.links = links;
    }

    @Override
    public void check(Release release, Transition transition) {
        if (transition == Transition.REGISTER && links.countChanges(release.number()) == 0) {
            throw new BusinessRuleViolated("change-required", "changes");
        }
    }
}
