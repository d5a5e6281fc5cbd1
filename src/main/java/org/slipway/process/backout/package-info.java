/** The steps of the model {@code release-backout}. */
@NullMarked
package org.slipway.process.backout;

import org.jspecify.annotations.NullMarked;
