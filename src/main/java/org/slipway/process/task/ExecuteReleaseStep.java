package org.slipway.process.task;

import org.slipway.release.Release;
import org.slipway.release.ReleaseLifecycle;
import org.slipway.release.SeparationOfDuties;
import org.springframework.stereotype.Component;

/** The release is carried out; whatever the outcome, it has touched the configuration items. */
@Component
class ExecuteReleaseStep extends ExecutorsStep {

    private final ReleaseLifecycle lifecycle;

    ExecuteReleaseStep(SeparationOfDuties duties, ReleaseLifecycle lifecycle, Attempts attempts) {
        super("executeRelease", duties, attempts);
        this.lifecycle = lifecycle;
    }

    @Override
    void takeEffect(Release release, Answers.Execute answers) {
        lifecycle.deploymentTookEffect(release.number());
    }
}
