package org.slipway.process.planning;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.slipway.access.CurrentUser;
import org.slipway.planning.Activities;
import org.slipway.process.ForModels;
import org.slipway.process.ProcessVariable;
import org.springframework.stereotype.Component;

/** Records that an activity is finished, by whom and in how many minutes. */
@ForModels
@Component
class RecordActivity implements JavaDelegate {

    private final Activities activities;
    private final CurrentUser currentUser;

    RecordActivity(Activities activities, CurrentUser currentUser) {
        this.activities = activities;
        this.currentUser = currentUser;
    }

    @Override
    public void execute(DelegateExecution execution) {
        activities.finish(
                UUID.fromString(String.valueOf(ProcessVariable.ACTIVITY.text(execution))),
                ProcessVariable.EXECUTION_RECORD.text(execution),
                ProcessVariable.MINUTES_SPENT.number(execution),
                currentUser.id());
    }
}
