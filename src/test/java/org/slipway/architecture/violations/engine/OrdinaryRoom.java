package org.slipway.architecture.violations.engine;

import org.camunda.bpm.engine.RuntimeService;
import org.slipway.architecture.violations.Violates;

@Violates("CAMUNDA_STAYS_IN_ITS_ROOMS")
class OrdinaryRoom {

    void start(RuntimeService engine) {
        engine.startProcessInstanceByKey("release-lifecycle");
    }
}
