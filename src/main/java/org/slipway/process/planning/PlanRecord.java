package org.slipway.process.planning;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.slipway.process.ProcessVariable;
import org.slipway.release.Assessment;
import org.slipway.release.ReleaseLifecycle;
import org.slipway.release.Releases;
import org.springframework.stereotype.Component;

/** Records a plan and hands the decision {@code select-approvals} its inputs. */
@Component
class PlanRecord {

    private final ReleaseLifecycle lifecycle;
    private final Releases releases;

    PlanRecord(ReleaseLifecycle lifecycle, Releases releases) {
        this.lifecycle = lifecycle;
        this.releases = releases;
    }

    void record(DelegateExecution execution) {
        String release = execution.getProcessBusinessKey();
        lifecycle.planned(release);
        Assessment assessment = releases.get(release).assessment();
        ProcessVariable.RISK.setTransient(execution, assessment.risk().name());
        ProcessVariable.KIND.setTransient(execution, assessment.kind());
    }
}
