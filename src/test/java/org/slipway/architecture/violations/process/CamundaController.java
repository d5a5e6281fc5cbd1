package org.slipway.architecture.violations.process;

import org.camunda.bpm.engine.task.Task;
import org.slipway.architecture.violations.Violates;
import org.springframework.web.bind.annotation.RestController;

/** Abstract, so that no application in a test takes it for one of its beans. */
@RestController
@Violates("REST_CONTROLLERS_SPEAK_NO_CAMUNDA")
abstract class CamundaController {

    String name(Task task) {
        return task.getName();
    }
}
