/**
 * Owns the few words that every room needs: domain events, the ways a command is refused, a page of results.
 * Publishes all of its types.
 * May touch nothing.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.slipway.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
