/**
 * Owns the questions asked over many releases: the search, later charts, exports and metrics.
 * Publishes {@link org.slipway.reporting.ReleaseSearch} with its question and answer.
 * May touch every owning room, reading only.
 */
@ApplicationModule(allowedDependencies = {"release", "calendar", "access"})
@NullMarked
package org.slipway.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
