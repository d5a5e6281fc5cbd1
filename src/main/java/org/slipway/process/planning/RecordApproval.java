package org.slipway.process.planning;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.slipway.process.ForModels;
import org.slipway.process.ProcessVariable;
import org.slipway.release.Approval;
import org.slipway.release.ReleaseLifecycle;
import org.springframework.stereotype.Component;

/** Moves the release by what the approvers decided. */
@ForModels
@Component
class RecordApproval implements JavaDelegate {

    private final ReleaseLifecycle lifecycle;

    RecordApproval(ReleaseLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String decision = String.valueOf(ProcessVariable.DECISION.text(execution));
        switch (Approval.Decision.valueOf(decision)) {
            case APPROVED -> lifecycle.approved(execution.getProcessBusinessKey());
            case SENT_BACK -> lifecycle.sentBack(execution.getProcessBusinessKey());
            case REJECTED -> {}
        }
        ProcessVariable.APPROVAL.set(execution, decision);
    }
}
