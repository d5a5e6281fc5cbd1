package org.slipway.process.engine;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.slipway.process.EngineOperation;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells other rooms what people do in the engine besides working on tasks; the engine logs all of it where it always does. */
@Component
class OperationsOfPeople implements HistoryEventHandler {

    private static final Set<String> CATEGORIES =
            Set.of(UserOperationLogEntry.CATEGORY_ADMIN, UserOperationLogEntry.CATEGORY_OPERATOR);

    /** What our own commands do there, and what stands in the history of the release. */
    private static final Set<String> WORK = Set.of(EntityTypes.TASK, EntityTypes.ATTACHMENT);

    private final ApplicationEventPublisher events;

    OperationsOfPeople(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof UserOperationLogEntryEventEntity operation && isToBeTold(operation)) {
            events.publishEvent(new EngineOperation(
                    operation.getOperationType(),
                    operation.getEntityType(),
                    operation.getProperty(),
                    operation.getOrgValue(),
                    operation.getNewValue(),
                    operation.getProcessInstanceId(),
                    operation.getAnnotation()));
        }
    }

    private static boolean isToBeTold(UserOperationLogEntryEventEntity operation) {
        return CATEGORIES.contains(operation.getCategory())
                && !WORK.contains(operation.getEntityType())
                && !isStart(operation);
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
