package org.slipway.process.task;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.slipway.access.Operation;
import org.slipway.release.Approval;
import org.slipway.release.Approvals;
import org.slipway.release.Release;
import org.slipway.release.SeparationOfDuties;
import org.slipway.shared.BusinessRuleViolated;
import org.springframework.stereotype.Component;

/** An approver decides on the plan; whoever does not approve says why. */
@Component
class ApproveReleaseStep implements Step<Answers.Approve> {

    private final SeparationOfDuties duties;
    private final Approvals approvals;

    ApproveReleaseStep(SeparationOfDuties duties, Approvals approvals) {
        this.duties = duties;
        this.approvals = approvals;
    }

    @Override
    public String task() {
        return "approveRelease";
    }

    @Override
    public Class<Answers.Approve> answers() {
        return Answers.Approve.class;
    }

    @Override
    public Operation right() {
        return Operation.APPROVE;
    }

    @Override
    public void complete(DelegateTask task, Release release, Answers.Approve answers) {
        duties.requireMayApprove(release);
        if (answers.decision() != Approval.Decision.APPROVED
                && isBlank(answers.justification())
                && isBlank(answers.observations())) {
            throw new BusinessRuleViolated("reason-required", "justification");
        }
        approvals.decide(release.number(), task(), answers.decision(), answers.observations(), answers.justification());
    }

    private static boolean isBlank(@Nullable String given) {
        return given == null || given.isBlank();
    }
}
