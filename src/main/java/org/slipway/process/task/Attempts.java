package org.slipway.process.task;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.slipway.checklist.ConfirmedFirst;
import org.slipway.process.ProcessVariable;
import org.slipway.release.Happening;
import org.slipway.release.OccurrenceCategory;
import org.slipway.release.Occurrences;
import org.slipway.release.Release;
import org.slipway.shared.BusinessRuleViolated;
import org.springframework.stereotype.Component;

/** What execution, test and homologation have in common: an outcome that is written down. */
@Component
class Attempts {

    private final ConfirmedFirst checklists;
    private final Occurrences occurrences;

    Attempts(ConfirmedFirst checklists, Occurrences occurrences) {
        this.checklists = checklists;
        this.occurrences = occurrences;
    }

    /**
     * Refuses with {@code required-for-not-solved} a failure that nobody describes, and as solved with
     * {@code checklist-unconfirmed} a step that asks for what nobody has confirmed.
     */
    void record(
            DelegateTask task,
            Release release,
            Answers.Outcome outcome,
            @Nullable String executionRecord,
            @Nullable Boolean backOut) {
        boolean failed = outcome == Answers.Outcome.NOT_SOLVED;
        if (failed && (executionRecord == null || executionRecord.isBlank())) {
            throw new BusinessRuleViolated("required-for-not-solved", "executionRecord");
        }
        if (!failed) {
            checklists.requireConfirmed(release, task.getTaskDefinitionKey());
        }
        ProcessVariable.BACK_OUT.setTransient(task, failed && Boolean.TRUE.equals(backOut));
        occurrences.record(
                release.number(),
                Happening.inTask(
                        OccurrenceCategory.EXECUTION, task.getTaskDefinitionKey(), outcome.name(), executionRecord));
    }
}
