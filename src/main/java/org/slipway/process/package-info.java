/**
 * Owns everything that speaks to the workflow engine: its settings, what models may do, and the steps of the models.
 * Publishes {@link org.slipway.process.ForModels} and the facades over running releases.
 * May touch the rooms listed below; it alone, with the web applications, may import the engine.
 */
@ApplicationModule(
        allowedDependencies = {
            "release",
            "release::policy",
            "planning",
            "checklist",
            "link",
            "cmdb",
            "portfolio",
            "calendar",
            "access"
        })
@NullMarked
package org.slipway.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
