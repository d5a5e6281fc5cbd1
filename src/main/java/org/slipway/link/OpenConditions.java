package org.slipway.link;

import java.util.List;
import org.slipway.release.Release;
import org.slipway.release.policy.Transition;
import org.slipway.release.policy.TransitionPolicy;
import org.slipway.shared.BusinessRuleViolated;
import org.springframework.stereotype.Component;

/**
 * What is linked may hold a release up: a purchase whose request is not settled forbids every step forward, never a step
 * back (src/docs/domain.md, Links and provenance). Asks the database only when there is something to ask about.
 */
@Component
class OpenConditions implements TransitionPolicy {

    private final LinkRepository links;

    OpenConditions(LinkRepository links) {
        this.links = links;
    }

    @Override
    public void check(Release release, Transition transition) {
        if (release.conditions() == 0 || !transition.isForward()) {
            return;
        }
        List<String> open = links.openPurchases(release.number());
        if (!open.isEmpty()) {
            throw new BusinessRuleViolated("purchase-open", "purchases", String.join(", ", open));
        }
    }
}
