package org.slipway.process.task;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.slipway.access.Operation;
import org.slipway.release.Release;
import org.slipway.release.SeparationOfDuties;

/** A step of a deployment that the executor group takes, and that may fail: who has approved the release may not take it. */
abstract class ExecutorsStep implements Step<Answers.Execute> {

    private final String task;
    private final SeparationOfDuties duties;
    private final Attempts attempts;

    ExecutorsStep(String task, SeparationOfDuties duties, Attempts attempts) {
        this.task = task;
        this.duties = duties;
        this.attempts = attempts;
    }

    @Override
    public final String task() {
        return task;
    }

    @Override
    public final Class<Answers.Execute> answers() {
        return Answers.Execute.class;
    }

    @Override
    public final Operation right() {
        return Operation.EXECUTE;
    }

    @Override
    public final void complete(DelegateTask completed, Release release, Answers.Execute answers) {
        duties.requireMayExecute(release);
        takeEffect(release, answers);
        attempts.record(completed, release, answers.outcome(), answers.executionRecord(), answers.backOut());
    }

    /** What the step means for the release, before its outcome is recorded. */
    void takeEffect(Release release, Answers.Execute answers) {}
}
