package org.slipway.process.engine;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Date;
import java.util.function.Function;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.DefaultHistoryRemovalTimeProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.jspecify.annotations.Nullable;
import org.slipway.release.LifecycleHistory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes the removal time from the history of a release's lifecycles, and gives it back. The engine's interface for that is
 * a batch, done some time later by the job executor; a hold counts at once, so this is what that batch does, in the
 * transaction of the hold.
 */
@Component
class KeptLifecycles implements LifecycleHistory {

    private static final int MOST = 1000;

    private final ProcessEngineConfigurationImpl engine;
    private final EngineCommands commands;
    private final HistoryService history;
    private final RepositoryService definitions;
    private final JdbcClient jdbc;

    KeptLifecycles(
            ProcessEngine engine,
            EngineCommands commands,
            HistoryService history,
            RepositoryService definitions,
            JdbcClient jdbc) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.commands = commands;
        this.history = history;
        this.definitions = definitions;
        this.jdbc = jdbc;
    }

    @Override
    public void keep(String release) {
        setRemovalTimes(release, lifecycle -> null);
    }

    @Override
    public void release(String release) {
        setRemovalTimes(release, this::due);
    }

    @Override
    public Due due(Instant now, int most) {
        Timestamp moment = Timestamp.from(now);
        int count = jdbc.sql(
                        "select ID_ from ACT_HI_PROCINST where REMOVAL_TIME_ <= ? fetch first " + most + " rows only")
                .param(moment)
                .query(String.class)
                .list()
                .size();
        Timestamp next = jdbc.sql("select REMOVAL_TIME_ from ACT_HI_PROCINST where REMOVAL_TIME_ > ?"
                        + " order by REMOVAL_TIME_ fetch first 1 rows only")
                .param(moment)
                .query(Timestamp.class)
                .optional()
                .orElse(null);
        return new Due(count, next == null ? null : next.toInstant());
    }

    private @Nullable Date due(HistoricProcessInstance lifecycle) {
        Integer days = definitions
                .getProcessDefinition(lifecycle.getProcessDefinitionId())
                .getHistoryTimeToLive();
        return days == null || lifecycle.getEndTime() == null
                ? null
                : DefaultHistoryRemovalTimeProvider.determineRemovalTime(lifecycle.getEndTime(), days);
    }

    private void setRemovalTimes(String release, Function<HistoricProcessInstance, @Nullable Date> due) {
        commands.ask(() -> {
            history.createHistoricProcessInstanceQuery()
                    .processInstanceBusinessKey(release)
                    .rootProcessInstances()
                    .listPage(0, MOST)
                    .forEach(lifecycle -> setRemovalTime(lifecycle.getId(), due.apply(lifecycle)));
            return true;
        });
    }

    /** Of all that it called, too, and of everything that is kept of them. */
    private void setRemovalTime(String lifecycle, @Nullable Date due) {
        CommandContext context = Context.getCommandContext();
        context.getHistoricProcessInstanceManager()
                .addRemovalTimeToProcessInstancesByRootProcessInstanceId(lifecycle, due);
        if (engine.isDmnEnabled()) {
            context.getHistoricDecisionInstanceManager()
                    .addRemovalTimeToDecisionsByRootProcessInstanceId(lifecycle, due);
        }
    }
}
