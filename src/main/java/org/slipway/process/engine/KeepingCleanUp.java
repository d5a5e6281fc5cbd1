package org.slipway.process.engine;

import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.historycleanup.HistoryCleanupJobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.historycleanup.HistoryCleanupJobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.beans.factory.ListableBeanFactory;

/** The engine's clean-up of its history, which first has kept what it removes. */
class KeepingCleanUp extends HistoryCleanupJobHandler {

    private final ListableBeanFactory context;

    KeepingCleanUp(ListableBeanFactory context) {
        this.context = context;
    }

    @Override
    public void execute(
            HistoryCleanupJobHandlerConfiguration configuration,
            ExecutionEntity execution,
            CommandContext command,
            String tenant) {
        if (configuration.isImmediatelyDue() || isWithinBatchWindow(command)) {
            context.getBeanProvider(BeforeForgetting.class).ifAvailable(BeforeForgetting::keepDue);
        }
        super.execute(configuration, execution, command, tenant);
    }
}
