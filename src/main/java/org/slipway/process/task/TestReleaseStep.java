package org.slipway.process.task;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.slipway.access.Operation;
import org.slipway.release.Release;
import org.slipway.release.ReleaseLifecycle;
import org.slipway.release.SeparationOfDuties;
import org.springframework.stereotype.Component;

/** The executors test what was deployed. */
@Component
class TestReleaseStep implements Step<Answers.Execute> {

    private final SeparationOfDuties duties;
    private final ReleaseLifecycle lifecycle;
    private final Attempts attempts;

    TestReleaseStep(SeparationOfDuties duties, ReleaseLifecycle lifecycle, Attempts attempts) {
        this.duties = duties;
        this.lifecycle = lifecycle;
        this.attempts = attempts;
    }

    @Override
    public String task() {
        return "testRelease";
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
        if (answers.outcome() == Answers.Outcome.SOLVED) {
            lifecycle.tested(release.number());
        }
        attempts.record(task, release, answers.outcome(), answers.executionRecord(), answers.backOut());
    }
}
