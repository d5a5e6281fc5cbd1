package org.slipway.process.task;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.slipway.access.Operation;
import org.slipway.release.Happening;
import org.slipway.release.OccurrenceCategory;
import org.slipway.release.Occurrences;
import org.slipway.release.Release;
import org.springframework.stereotype.Component;

/** The plan is complete; that it was made is a line of the history. */
@Component
class PlanReleaseStep implements Step<Answers.None> {

    private final Occurrences occurrences;

    PlanReleaseStep(Occurrences occurrences) {
        this.occurrences = occurrences;
    }

    @Override
    public String task() {
        return "planRelease";
    }

    @Override
    public Class<Answers.None> answers() {
        return Answers.None.class;
    }

    @Override
    public Operation right() {
        return Operation.EXECUTE;
    }

    @Override
    public void complete(DelegateTask task, Release release, Answers.None answers) {
        occurrences.record(release.number(), Happening.inTask(OccurrenceCategory.EXECUTION, task(), null, null));
    }
}
