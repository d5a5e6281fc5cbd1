/**
 * Owns configuration items, their relationships, their versions and baselines; knows no release.
 * Publishes {@link org.slipway.cmdb.ConfigurationItems} (registry), {@link org.slipway.cmdb.ItemEffects} (what deployments
 * do to items), {@link org.slipway.cmdb.Relationships}, {@link org.slipway.cmdb.ImpactGraph} and {@link org.slipway.cmdb.CmdbImport}.
 * May touch access.
 */
@ApplicationModule(allowedDependencies = {"access"})
@NullMarked
package org.slipway.cmdb;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
