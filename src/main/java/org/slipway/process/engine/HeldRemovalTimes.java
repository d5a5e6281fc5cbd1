package org.slipway.process.engine;

import java.util.Date;
import java.util.function.Predicate;
import org.camunda.bpm.engine.impl.history.DefaultHistoryRemovalTimeProvider;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;

/** When the history of an ended lifecycle is removed: after its period, and not at all while its release is under legal hold. */
class HeldRemovalTimes extends DefaultHistoryRemovalTimeProvider {

    private final Predicate<String> isHeld;

    HeldRemovalTimes(Predicate<String> isHeld) {
        this.isHeld = isHeld;
    }

    @Override
    public @Nullable Date calculateRemovalTime(
            HistoricProcessInstanceEventEntity instance, ProcessDefinition definition) {
        String release = instance.getBusinessKey();
        return release != null && isHeld.test(release) ? null : super.calculateRemovalTime(instance, definition);
    }
}
