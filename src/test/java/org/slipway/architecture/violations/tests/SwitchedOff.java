package org.slipway.architecture.violations.tests;

import org.junit.jupiter.api.Disabled;
import org.slipway.architecture.violations.Violates;

@Disabled
@Violates("NO_TEST_IS_SWITCHED_OFF")
class SwitchedOff {

    void saysNothing() {}
}
