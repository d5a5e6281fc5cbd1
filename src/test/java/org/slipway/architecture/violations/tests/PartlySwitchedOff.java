package org.slipway.architecture.violations.tests;

import org.junit.jupiter.api.Disabled;
import org.slipway.architecture.violations.Violates;

@Violates("NO_TEST_IS_SWITCHED_OFF")
class PartlySwitchedOff {

    @Disabled
    void saysNothing() {}
}
