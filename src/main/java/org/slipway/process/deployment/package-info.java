/** The steps of the model {@code release-deployment}. */
@NullMarked
package org.slipway.process.deployment;

import org.jspecify.annotations.NullMarked;
