/** The one place that may know the insides. */
@NullMarked
package org.slipway.architecture.violations.process.engine;

import org.jspecify.annotations.NullMarked;
