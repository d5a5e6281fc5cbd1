package org.slipway.release;

import java.util.List;
import org.slipway.access.CurrentUser;
import org.slipway.shared.BusinessRuleViolated;
import org.springframework.stereotype.Component;

/**
 * Who asks, who approves and who executes are different people, administrators included
 * (src/docs/domain.md, Permissions and separation of duties). Refuses with {@code four-eyes}.
 */
@Component
public class SeparationOfDuties {

    private static final List<String> EXECUTING = List.of("executeRelease", "testRelease", "extendRelease");
    private static final List<String> APPROVING = List.of("approveRelease");

    private final Occurrences occurrences;
    private final CurrentUser currentUser;

    SeparationOfDuties(Occurrences occurrences, CurrentUser currentUser) {
        this.occurrences = occurrences;
        this.currentUser = currentUser;
    }

    /** An approver is not the requester. */
    public void requireMayApprove(Release release) {
        requireNotRequester(release);
    }

    /** An executor is neither the requester nor one who approved the plan. */
    public void requireMayExecute(Release release) {
        requireNotRequester(release);
        requireDidNot(release, APPROVING);
    }

    /** Who homologates is neither the requester nor one who executed or tested. */
    public void requireMayHomologate(Release release) {
        requireNotRequester(release);
        requireDidNot(release, EXECUTING);
    }

    private void requireNotRequester(Release release) {
        if (release.requester().equals(currentUser.id())) {
            throw new BusinessRuleViolated("four-eyes", null);
        }
    }

    private void requireDidNot(Release release, List<String> tasks) {
        if (occurrences.completed(release, currentUser.id(), tasks)) {
            throw new BusinessRuleViolated("four-eyes", null);
        }
    }
}
