package org.slipway.process.task;

import org.slipway.release.Release;
import org.slipway.release.ReleaseLifecycle;
import org.slipway.release.SeparationOfDuties;
import org.springframework.stereotype.Component;

/** The executors test what was deployed. */
@Component
class TestReleaseStep extends ExecutorsStep {

    private final ReleaseLifecycle lifecycle;

    TestReleaseStep(SeparationOfDuties duties, ReleaseLifecycle lifecycle, Attempts attempts) {
        super("testRelease", duties, attempts);
        this.lifecycle = lifecycle;
    }

    @Override
    void takeEffect(Release release, Answers.Execute answers) {
        if (answers.outcome() == Answers.Outcome.SOLVED) {
            lifecycle.tested(release.number());
        }
    }
}
