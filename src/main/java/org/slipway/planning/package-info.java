/**
 * Owns the planned work of a release: activities, the roles people hold in it, and the steps of its back-out plan.
 * Publishes {@link org.slipway.planning.Activities}, {@link org.slipway.planning.BackoutPlans}, {@code ActivityPlanned}
 * and the port {@link org.slipway.planning.ActivityWork}.
 * May touch release, calendar and access.
 */
@ApplicationModule(allowedDependencies = {"release", "release::policy", "calendar", "access"})
@NullMarked
package org.slipway.planning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
