package org.slipway.architecture.violations.tests;

import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.slipway.architecture.violations.Violates;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

@Violates({"THE_ENGINE_IS_NOT_A_MOCKED_FIELD", "CAMUNDA_STAYS_IN_ITS_ROOMS"})
class MocksTheEngineInAField {

    @MockitoBean
    @Nullable
    TaskService tasks;
}
