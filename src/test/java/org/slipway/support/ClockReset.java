package org.slipway.support;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Sets the clock right after a test that moved it, so that the next one starts in the present. */
class ClockReset implements AfterEachCallback {

    @Override
    public void afterEach(ExtensionContext test) {
        SpringExtension.getApplicationContext(test).getBean(MovableClock.class).reset();
    }
}
