package org.slipway.architecture.violations.tests;

import org.slipway.architecture.violations.Violates;

@Violates("TESTS_DO_NOT_SLEEP")
class Sleepy {

    void hopeItIsDoneByThen() throws InterruptedException {
        Thread.sleep(2000);
    }
}
