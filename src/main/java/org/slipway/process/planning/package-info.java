/** The steps of the model {@code release-planning}. */
@NullMarked
package org.slipway.process.planning;

import org.jspecify.annotations.NullMarked;
