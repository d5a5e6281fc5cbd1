package org.slipway.process.task;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.slipway.access.Operation;
import org.slipway.release.Release;

/**
 * What one kind of user task asks and does. Its completion runs inside the engine's transaction, whichever door the
 * person came through; an exception refuses it and leaves everything as it was.
 *
 * @param <A> the answers, a record
 */
interface Step<A extends Record> {

    /** The task's id in its model. */
    String task();

    Class<A> answers();

    /** The right that working on it needs, beside being one of those it is offered to; none when that suffices. */
    @Nullable
    Operation right();

    /** Only the requester may do it, or his substitutes when he is gone. */
    default boolean isRequesters() {
        return false;
    }

    /** Whoever has its right may do it, to whomever it is offered and whoever has taken it. */
    default boolean isOpenToTheRight() {
        return false;
    }

    void complete(DelegateTask task, Release release, A answers);
}
