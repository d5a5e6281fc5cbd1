package org.slipway.release;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slipway.access.CurrentUser;
import org.slipway.justification.Justifications;
import org.slipway.justification.Use;
import org.slipway.shared.BusinessRuleViolated;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** The decisions of approvers on plans (src/docs/domain.md, Permissions and separation of duties). */
@Component
public class Approvals {

    private static final int MOST = 500;

    private final ApprovalRepository approvals;
    private final Releases releases;
    private final Justifications justifications;
    private final Occurrences occurrences;
    private final CurrentUser currentUser;
    private final Clock clock;

    Approvals(
            ApprovalRepository approvals,
            Releases releases,
            Justifications justifications,
            Occurrences occurrences,
            CurrentUser currentUser,
            Clock clock) {
        this.approvals = approvals;
        this.releases = releases;
        this.justifications = justifications;
        this.occurrences = occurrences;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * Refuses with {@code approved-already} a second decision of one person on the same plan, and a justification that is not usable for
     * refusing when one is given.
     */
    public void decide(
            String number,
            String task,
            Approval.Decision decision,
            @Nullable String observations,
            @Nullable String justification) {
        Release release = releases.lock(number);
        String approver = currentUser.requirePerson();
        Instant planned = release.progress().plannedAt();
        if (planned != null && approvals.decided(number, release.cycle(), approver, planned)) {
            throw new BusinessRuleViolated("approved-already", null);
        }
        String reason = justification == null || justification.isBlank()
                ? null
                : justifications.requireUsable(justification, Use.REFUSAL).description();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        approvals.save(new Approval(release, approver, now, decision, observations, reason));
        release.progress().approve(approver, now);
        String text = reason == null ? observations : observations == null ? reason : reason + ": " + observations;
        occurrences.record(number, Happening.inTask(OccurrenceCategory.APPROVAL, task, decision.name(), text));
    }

    /** Oldest first. */
    public List<Approval> of(String release) {
        return approvals.of(release, Limit.of(MOST));
    }
}
