package org.slipway.architecture.violations.habits;

import org.slipway.architecture.violations.Violates;

@Violates("TIME_COMES_FROM_THE_CLOCK")
class CountsMilliseconds {

    long moment() {
        return System.currentTimeMillis();
    }
}
