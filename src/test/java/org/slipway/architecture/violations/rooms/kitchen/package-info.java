/** May touch nothing, and touches the cellar. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.slipway.architecture.violations.rooms.kitchen;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
