package org.slipway.process.task;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.slipway.access.Operation;
import org.slipway.release.Release;
import org.springframework.stereotype.Component;

/** A planned activity is carried out; the delegate after this task records it. */
@Component
class CarryOutActivityStep implements Step<Answers.CarryOut> {

    @Override
    public String task() {
        return "carryOutActivity";
    }

    @Override
    public Class<Answers.CarryOut> answers() {
        return Answers.CarryOut.class;
    }

    /** Whoever planned the activity chose who carries it out. */
    @Override
    public @Nullable Operation right() {
        return null;
    }

    @Override
    public void complete(DelegateTask task, Release release, Answers.CarryOut answers) {}
}
