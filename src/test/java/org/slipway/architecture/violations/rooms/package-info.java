/** A building whose rooms do not keep their doors shut. */
@NullMarked
package org.slipway.architecture.violations.rooms;

import org.jspecify.annotations.NullMarked;
