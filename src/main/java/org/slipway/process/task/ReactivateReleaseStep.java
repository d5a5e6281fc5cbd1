package org.slipway.process.task;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.slipway.access.Operation;
import org.slipway.release.Release;
import org.springframework.stereotype.Component;

/** The release goes on; the delegate after this task resumes what was put on hold. */
@Component
class ReactivateReleaseStep implements Step<Answers.None> {

    @Override
    public String task() {
        return "reactivateRelease";
    }

    @Override
    public Class<Answers.None> answers() {
        return Answers.None.class;
    }

    @Override
    public Operation right() {
        return Operation.REACTIVATE;
    }

    /** Reactivating over REST or from the Desktop completes it, too. */
    @Override
    public boolean isOpenToTheRight() {
        return true;
    }

    @Override
    public void complete(DelegateTask task, Release release, Answers.None answers) {}
}
