package org.slipway.architecture.violations.process.delegates;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.slipway.architecture.violations.Violates;

@Violates("DELEGATES_ARE_THIN")
class DoesItAllItself implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        step(execution, 1);
        step(execution, 2);
        step(execution, 3);
        step(execution, 4);
        step(execution, 5);
        step(execution, 6);
        step(execution, 7);
        step(execution, 8);
        step(execution, 9);
        step(execution, 10);
        step(execution, 11);
        step(execution, 12);
        step(execution, 13);
        step(execution, 14);
        step(execution, 15);
        step(execution, 16);
        step(execution, 17);
        step(execution, 18);
        step(execution, 19);
        step(execution, 20);
        step(execution, 21);
        step(execution, 22);
        step(execution, 23);
        step(execution, 24);
        step(execution, 25);
    }

    private static String step(DelegateExecution execution, int number) {
        return execution.getId() + number;
    }
}
