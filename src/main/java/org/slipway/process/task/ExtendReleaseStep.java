package org.slipway.process.task;

import org.slipway.release.SeparationOfDuties;
import org.springframework.stereotype.Component;

/** The release is carried from where it was tried to where it is used, as in {@code release-pilot-deployment}. */
@Component
class ExtendReleaseStep extends ExecutorsStep {

    ExtendReleaseStep(SeparationOfDuties duties, Attempts attempts) {
        super("extendRelease", duties, attempts);
    }
}
