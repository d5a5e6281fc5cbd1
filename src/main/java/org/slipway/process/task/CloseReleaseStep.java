package org.slipway.process.task;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.slipway.access.Operation;
import org.slipway.release.Happening;
import org.slipway.release.OccurrenceCategory;
import org.slipway.release.Occurrences;
import org.slipway.release.Release;
import org.slipway.shared.BusinessRuleViolated;
import org.springframework.stereotype.Component;

/** The requester accepts what was deployed, or says what is wrong with it. */
@Component
class CloseReleaseStep implements Step<Answers.Close> {

    private final Occurrences occurrences;

    CloseReleaseStep(Occurrences occurrences) {
        this.occurrences = occurrences;
    }

    @Override
    public String task() {
        return "closeRelease";
    }

    @Override
    public Class<Answers.Close> answers() {
        return Answers.Close.class;
    }

    @Override
    public Operation right() {
        return Operation.REGISTER;
    }

    @Override
    public boolean isRequesters() {
        return true;
    }

    @Override
    public void complete(DelegateTask task, Release release, Answers.Close answers) {
        if (!answers.accepted()
                && (answers.executionRecord() == null
                        || answers.executionRecord().isBlank())) {
            throw new BusinessRuleViolated("required-for-not-solved", "executionRecord");
        }
        occurrences.record(
                release.number(),
                Happening.inTask(
                        OccurrenceCategory.EXECUTION,
                        task(),
                        answers.accepted() ? "ACCEPTED" : "REFUSED",
                        answers.executionRecord()));
    }
}
