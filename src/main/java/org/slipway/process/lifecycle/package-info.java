/** The steps of the model {@code release-lifecycle} and the commands that reach it. */
@NullMarked
package org.slipway.process.lifecycle;

import org.jspecify.annotations.NullMarked;
