package org.slipway.process.task;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.slipway.access.Operation;
import org.slipway.release.Closure;
import org.slipway.release.Release;
import org.slipway.release.ReleaseLifecycle;
import org.slipway.release.SeparationOfDuties;
import org.slipway.release.SolutionCategories;
import org.slipway.shared.BusinessRuleViolated;
import org.springframework.stereotype.Component;

/** The approver group homologates what others executed, and describes how the release closes. */
@Component
class HomologateReleaseStep implements Step<Answers.Homologate> {

    private final SeparationOfDuties duties;
    private final SolutionCategories categories;
    private final ReleaseLifecycle lifecycle;
    private final Attempts attempts;

    HomologateReleaseStep(
            SeparationOfDuties duties, SolutionCategories categories, ReleaseLifecycle lifecycle, Attempts attempts) {
        this.duties = duties;
        this.categories = categories;
        this.lifecycle = lifecycle;
        this.attempts = attempts;
    }

    @Override
    public String task() {
        return "homologateRelease";
    }

    @Override
    public Class<Answers.Homologate> answers() {
        return Answers.Homologate.class;
    }

    @Override
    public Operation right() {
        return Operation.APPROVE;
    }

    @Override
    public void complete(DelegateTask task, Release release, Answers.Homologate answers) {
        duties.requireMayHomologate(release);
        if (answers.outcome() == Answers.Outcome.SOLVED) {
            String closure = required(answers.closure(), "closure");
            String category = required(answers.solutionCategory(), "solutionCategory");
            if (answers.releaseDate() == null) {
                throw new BusinessRuleViolated("required-for-solved", "releaseDate");
            }
            lifecycle.describeClosure(
                    release.number(), new Closure(closure, categories.ensure(category), answers.releaseDate()));
        } else if (answers.closure() != null) {
            lifecycle.describeClosure(release.number(), new Closure(answers.closure(), null, null));
        }
        String record = answers.executionRecord() == null ? answers.closure() : answers.executionRecord();
        attempts.record(task, release, answers.outcome(), record, answers.backOut());
    }

    private static String required(@Nullable String given, String field) {
        if (given == null || given.isBlank()) {
            throw new BusinessRuleViolated("required-for-solved", field);
        }
        return given.strip();
    }
}
