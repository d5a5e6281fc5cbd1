/** Keeps wine, and something else in a vault. */
@NullMarked
package org.slipway.architecture.violations.rooms.cellar;

import org.jspecify.annotations.NullMarked;
