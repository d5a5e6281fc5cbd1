package org.slipway.process.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;

/**
 * Sees every user task of every model, whoever drew it and through whichever door somebody works on it; an exception
 * refuses what was about to happen.
 */
public interface TaskWatch {

    void assigned(DelegateTask task);

    void completed(DelegateTask task);
}
