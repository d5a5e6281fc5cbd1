package org.slipway.process.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.history.event.HistoricDetailEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which variables an operator has just set or removed, and what they were: the engine's log says only that he did. Asked before
 * the command is written to the database, which therefore still knows the old values.
 */
@Component
class ChangedVariables {

    private final JdbcClient jdbc;

    ChangedVariables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Change(
            String name, @Nullable String before, @Nullable String after) {}

    List<Change> of(UserOperationLogEntryEventEntity operation) {
        DbEntityManager entities = Context.getCommandContext().getDbEntityManager();
        List<Change> changes = new ArrayList<>();
        // Asked for the kind itself, the engine's cache finds none: it has details under their common one only.
        for (HistoricDetailEventEntity detail : entities.getCachedEntitiesByType(HistoricDetailEventEntity.class)) {
            if (detail instanceof HistoricVariableUpdateEventEntity set
                    && Objects.equals(set.getProcessInstanceId(), operation.getProcessInstanceId())) {
                changes.add(new Change(
                        set.getVariableName(),
                        before(set.getVariableInstanceId()),
                        written(set.getTextValue(), set.getLongValue(), set.getDoubleValue())));
            }
        }
        return changes;
    }

    private @Nullable String before(String variable) {
        return jdbc
                .sql("select TEXT_, LONG_, DOUBLE_ from ACT_HI_VARINST where ID_ = ?")
                .param(variable)
                .query((row, index) ->
                        written(row.getString(1), row.getObject(2, Long.class), row.getObject(3, Double.class)))
                .stream()
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String written(@Nullable String text, @Nullable Long number, @Nullable Double fraction) {
        if (text != null) {
            return text;
        }
        return fraction != null ? fraction.toString() : Objects.toString(number, null);
    }
}
