/**
 * Owns the web pages: the worklist, the record of a release, the board, charts and registries, and what a person prefers.
 * Publishes pages only; whatever they change goes through the REST API, so that one entrance keeps the rules.
 * May touch the rooms listed below, reading only; never the engine.
 */
@ApplicationModule(allowedDependencies = {"release", "reporting", "portfolio", "access"})
@NullMarked
package org.slipway.desktop;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
