/**
 * Owns files that belong to releases: their limits, forbidden kinds, hashes and contents, in the database or on
 * disk.
 * Publishes {@link org.slipway.document.Documents}.
 * May touch {@code access}; knows a release by its number only.
 */
@ApplicationModule(allowedDependencies = {"access"})
@NullMarked
package org.slipway.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
