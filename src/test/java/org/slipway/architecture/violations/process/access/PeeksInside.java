package org.slipway.architecture.violations.process.access;

import org.camunda.bpm.engine.impl.context.Context;
import org.slipway.architecture.violations.Violates;

@Violates("ENGINE_INTERNALS_STAY_IN_PROCESS_ENGINE")
class PeeksInside {

    boolean insideACommand() {
        return Context.getCommandContext() != null;
    }
}
