package org.slipway.architecture.violations.habits;

import org.jspecify.annotations.Nullable;
import org.slipway.architecture.violations.Violates;
import org.springframework.beans.factory.annotation.Autowired;

@Violates("NOTHING_IS_INJECTED_INTO_FIELDS")
class WaitsForTheContainer {

    @Autowired
    @Nullable
    Object service;
}
