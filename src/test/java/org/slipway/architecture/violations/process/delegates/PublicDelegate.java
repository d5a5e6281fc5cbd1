package org.slipway.architecture.violations.process.delegates;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.slipway.architecture.violations.Violates;

@Violates("DELEGATES_ARE_PACKAGE_PRIVATE")
public class PublicDelegate implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {}
}
