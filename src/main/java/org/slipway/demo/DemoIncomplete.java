package org.slipway.demo;

import org.jspecify.annotations.Nullable;

/** The demo cannot be set up; what was done of it is rolled back and the application does not start. */
class DemoIncomplete extends RuntimeException {

    DemoIncomplete(String title, String what, @Nullable Throwable cause) {
        super(
                "The demo cannot be set up, nothing of it is kept: release '" + title + "', " + what
                        + (cause == null ? "" : ": " + cause.getMessage()),
                cause);
    }
}
