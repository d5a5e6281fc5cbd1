/**
 * Owns portfolios and release models (flows, groups, calendar, defaults) and the registries of contracts, units and locations.
 * Publishes {@link org.slipway.portfolio.ReleaseModels} and {@link org.slipway.portfolio.ContactRegistries}.
 * May touch {@code access} and {@code calendar}.
 */
@ApplicationModule(allowedDependencies = {"access", "calendar"})
@NullMarked
package org.slipway.portfolio;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
