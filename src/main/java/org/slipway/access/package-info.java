/**
 * Owns people, groups and the rights that groups have per operation.
 * Publishes {@link org.slipway.access.CurrentUser}, {@link org.slipway.access.People}, {@link org.slipway.access.Directory},
 * {@link org.slipway.access.Arrivals}, {@link org.slipway.access.Rights}, {@link org.slipway.access.GroupRights},
 * {@link org.slipway.access.MandatoryNotifications} and the port
 * {@link org.slipway.access.ModelKeys}.
 * May touch nothing; people themselves are kept by the engine's identity service, which implements {@code People}.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.slipway.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
