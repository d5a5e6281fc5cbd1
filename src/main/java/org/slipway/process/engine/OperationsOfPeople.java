package org.slipway.process.engine;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.jspecify.annotations.Nullable;
import org.slipway.access.Origin;
import org.slipway.process.EngineOperation;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Tells other rooms what people do in the engine besides working on tasks, and to whom they offer tasks there past the release;
 * the engine logs all of it where it always does.
 */
@Component
class OperationsOfPeople implements HistoryEventHandler {

    private static final Set<String> CATEGORIES =
            Set.of(UserOperationLogEntry.CATEGORY_ADMIN, UserOperationLogEntry.CATEGORY_OPERATOR);

    /** What our own commands do there, and what stands in the history of the release. */
    private static final Set<String> WORK = Set.of(EntityTypes.TASK, EntityTypes.ATTACHMENT);

    /** The doors at which the engine is asked to do it without us. */
    private static final Pattern ENGINE_DOOR = Pattern.compile(".* /(?:engine-rest|camunda)");

    private final ApplicationEventPublisher events;
    private final Origin origin;
    private final ChangedVariables variables;

    OperationsOfPeople(ApplicationEventPublisher events, Origin origin, ChangedVariables variables) {
        this.events = events;
        this.origin = origin;
        this.variables = variables;
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (!(event instanceof UserOperationLogEntryEventEntity operation) || !isToBeTold(operation)) {
            return;
        }
        List<ChangedVariables.Change> changes =
                EntityTypes.VARIABLE.equals(operation.getEntityType()) ? variables.of(operation) : List.of();
        if (changes.isEmpty()) {
            tell(operation, operation.getProperty(), operation.getOrgValue(), operation.getNewValue());
        }
        changes.forEach(change -> tell(operation, change.name(), change.before(), change.after()));
    }

    private boolean isToBeTold(UserOperationLogEntryEventEntity operation) {
        if (EntityTypes.IDENTITY_LINK.equals(operation.getEntityType())) {
            return ENGINE_DOOR.matcher(String.valueOf(origin.current())).matches();
        }
        return CATEGORIES.contains(operation.getCategory())
                && !WORK.contains(operation.getEntityType())
                && !isStart(operation);
    }

    private void tell(
            UserOperationLogEntryEventEntity operation,
            @Nullable String property,
            @Nullable String before,
            @Nullable String after) {
        events.publishEvent(new EngineOperation(
                operation.getOperationType(),
                operation.getEntityType(),
                property,
                before,
                after,
                operation.getProcessInstanceId(),
                operation.getAnnotation()));
    }

    /** Whatever is started has begun a release. */
    private static boolean isStart(UserOperationLogEntryEventEntity operation) {
        return EntityTypes.PROCESS_INSTANCE.equals(operation.getEntityType())
                && UserOperationLogEntry.OPERATION_TYPE_CREATE.equals(operation.getOperationType());
    }

    @Override
    public void handleEvents(List<HistoryEvent> several) {
        several.forEach(this::handleEvent);
    }
}
