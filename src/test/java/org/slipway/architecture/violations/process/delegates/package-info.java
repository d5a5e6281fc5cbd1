/** Delegates, good and bad. */
@NullMarked
package org.slipway.architecture.violations.process.delegates;

import org.jspecify.annotations.NullMarked;
