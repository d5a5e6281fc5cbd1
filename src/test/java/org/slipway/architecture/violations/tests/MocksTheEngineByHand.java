package org.slipway.architecture.violations.tests;

import org.camunda.bpm.engine.RuntimeService;
import org.mockito.Mockito;
import org.slipway.architecture.violations.Violates;

@Violates({"THE_ENGINE_IS_NOT_MOCKED_BY_HAND", "CAMUNDA_STAYS_IN_ITS_ROOMS"})
class MocksTheEngineByHand {

    RuntimeService engine() {
        return Mockito.mock(RuntimeService.class);
    }
}
