package org.slipway.process.task;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.slipway.access.Operation;
import org.slipway.release.Release;
import org.slipway.release.SeparationOfDuties;
import org.springframework.stereotype.Component;

/** The release is carried from where it was tried to where it is used, as in {@code release-pilot-deployment}. */
@Component
class ExtendReleaseStep implements Step<Answers.Execute> {

    private final SeparationOfDuties duties;
    private final Attempts attempts;

    ExtendReleaseStep(SeparationOfDuties duties, Attempts attempts) {
        this.duties = duties;
        this.attempts = attempts;
    }

    @Override
    public String task() {
        return "extendRelease";
    }

    @Override
    public Class<Answers.Execute> answers() {
        return Answers.Execute.class;
    }

    @Override
    public Operation right() {
        return Operation.EXECUTE;
    }

    @Override
    public void complete(DelegateTask task, Release release, Answers.Execute answers) {
        duties.requireMayExecute(release);
        attempts.record(task, release, answers.outcome(), answers.executionRecord(), answers.backOut());
    }
}
