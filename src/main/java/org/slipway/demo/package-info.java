/**
 * Owns what somebody sees who tries Slipway out: a fictional company's configuration items, changes and releases.
 * Publishes nothing; exists in profile {@code demo} only, and works through the other rooms' doors like anybody else.
 * May touch the rooms whose services the people of the demo use.
 */
@ApplicationModule(
        allowedDependencies = {
            "release",
            "link",
            "cmdb",
            "planning",
            "checklist",
            "portfolio",
            "process::task",
            "process::access",
            "access"
        })
@NullMarked
package org.slipway.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
