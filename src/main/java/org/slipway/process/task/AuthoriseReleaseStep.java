package org.slipway.process.task;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.slipway.access.Operation;
import org.slipway.release.Happening;
import org.slipway.release.OccurrenceCategory;
import org.slipway.release.Occurrences;
import org.slipway.release.Release;
import org.springframework.stereotype.Component;

/** The requester lets the execution begin, or not. */
@Component
class AuthoriseReleaseStep implements Step<Answers.Authorise> {

    private final Occurrences occurrences;

    AuthoriseReleaseStep(Occurrences occurrences) {
        this.occurrences = occurrences;
    }

    @Override
    public String task() {
        return "authoriseRelease";
    }

    @Override
    public Class<Answers.Authorise> answers() {
        return Answers.Authorise.class;
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
    public void complete(DelegateTask task, Release release, Answers.Authorise answers) {
        occurrences.record(
                release.number(),
                Happening.inTask(
                        OccurrenceCategory.EXECUTION, task(), answers.decision().name(), answers.observations()));
    }
}
