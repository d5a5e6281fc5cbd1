/**
 * Owns the registry of justifications: the reasons that may be given for suspending, reopening, refusing and overriding.
 * Publishes {@link org.slipway.justification.Justifications}, {@link org.slipway.justification.Justification} and
 * {@link org.slipway.justification.Use}.
 * May touch {@code access}.
 */
@ApplicationModule(allowedDependencies = {"access"})
@NullMarked
package org.slipway.justification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
