/**
 * Owns the doors: who gets through to REST, Desktop and the Camunda webapps, the login page, how a failure is told,
 * and the answers that retries get.
 * Publishes nothing.
 * May touch every room that the webapps' plugins show, and the engine's webapp interfaces.
 */
@ApplicationModule(allowedDependencies = {"process", "process::flow", "process::task", "release", "audit", "access"})
@NullMarked
package org.slipway.webapps;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
