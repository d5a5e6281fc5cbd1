/**
 * Owns portfolios and release models (flows, groups, calendar, defaults) and the registries of contracts, units and locations.
 * Publishes {@link org.slipway.portfolio.Portfolios}, {@link org.slipway.portfolio.ReleaseModels},
 * {@link org.slipway.portfolio.ModelEditing}, {@link org.slipway.portfolio.ContactRegistries},
 * {@link org.slipway.portfolio.RegistryNames} and the port
 * {@link org.slipway.portfolio.DeployedFlows}.
 * May touch {@code access} and {@code calendar}.
 */
@ApplicationModule(allowedDependencies = {"access", "calendar"})
@NullMarked
package org.slipway.portfolio;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
