package org.slipway.architecture.violations.habits;

import org.slipway.architecture.violations.Violates;

@Violates("NOTHING_IS_PRINTED")
class Shouts {

    void shout() {
        System.out.println("!");
    }
}
