package org.slipway.architecture.violations.process.delegates;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

class Decent implements JavaDelegate {

    private final Clock clock;

    Decent(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setProcessBusinessKey(clock.instant().toString());
    }
}
