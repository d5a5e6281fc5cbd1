package org.slipway.process.task;

import org.slipway.access.CurrentUser;
import org.slipway.access.Operation;
import org.slipway.access.Rights;
import org.slipway.release.CurrentTask;
import org.slipway.release.TaskRights;
import org.springframework.stereotype.Component;

/** Asks what {@link Tasks} would refuse, without trying. */
@Component
class OpenTaskRights implements TaskRights {

    private final Entitlement entitlement;
    private final StepCatalogue steps;
    private final Rights rights;
    private final CurrentUser currentUser;

    OpenTaskRights(Entitlement entitlement, StepCatalogue steps, Rights rights, CurrentUser currentUser) {
        this.entitlement = entitlement;
        this.steps = steps;
        this.rights = rights;
        this.currentUser = currentUser;
    }

    @Override
    public boolean mayTake(CurrentTask task, String requester, boolean gone, String model) {
        return task.assignee() == null
                && !task.suspended()
                && !rights.onlyAudit()
                && entitlement.allows(task, requester, gone, model);
    }

    @Override
    public boolean mayShare(CurrentTask task, String model) {
        boolean his = currentUser.id().equals(task.assignee()) || rights.mayI(Operation.DELEGATE, model);
        return his
                && !task.suspended()
                && !rights.onlyAudit()
                && steps.find(task.definitionKey()).filter(Step::isRequesters).isEmpty();
    }
}
