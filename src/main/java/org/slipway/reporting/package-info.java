/**
 * Owns the questions asked over many releases: the search, searches that are kept, charts, metrics, exports,
 * the board and the windows of a period.
 * Publishes {@link org.slipway.reporting.ReleaseSearch}, {@link org.slipway.reporting.ReleaseCharts},
 * {@link org.slipway.reporting.ReleaseMetrics}, {@link org.slipway.reporting.SavedSearches},
 * {@link org.slipway.reporting.ActivityBoard} and {@link org.slipway.reporting.ReleaseWindows}.
 * May touch paper, every owning room, of what is theirs reading only.
 */
@ApplicationModule(allowedDependencies = {"release", "portfolio", "audit", "calendar", "paper", "access"})
@NullMarked
package org.slipway.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
