package org.slipway.link;

import java.util.List;
import org.slipway.release.Release;
import org.slipway.release.policy.Transition;
import org.slipway.release.policy.TransitionPolicy;
import org.slipway.shared.BusinessRuleViolated;
import org.springframework.stereotype.Component;

/**
 * What is linked may hold a release up: a purchase whose request is not settled forbids every step forward, never a step
 * back; a medium whose present content is not the homologated one forbids that execution succeeds (src/docs/domain.md,
 * Links and provenance; Definitive media). Asks the database once, and only when there is something to ask about.
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
        List<Condition> open = links.openConditions(release.number()).stream()
                .map(row -> new Condition((String) row[0], (String) row[1]))
                .toList();
        refuse(open, "purchase-open", "purchases");
        if (transition == Transition.EXECUTE) {
            refuse(open, "media-not-homologated", "media");
            refuse(open, "media-hash-differs", "media");
        }
    }

    private static void refuse(List<Condition> open, String refusal, String field) {
        List<String> names = open.stream()
                .filter(condition -> condition.refusal().equals(refusal))
                .map(Condition::name)
                .sorted()
                .toList();
        if (!names.isEmpty()) {
            throw new BusinessRuleViolated(refusal, field, String.join(", ", names));
        }
    }

    /**
     * Something linked that is not as it should be.
     *
     * @param refusal what a release is refused with for it
     * @param name    what it is called by
     */
    private record Condition(String refusal, String name) {}
}
