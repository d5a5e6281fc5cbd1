/** The engine where it does not belong. */
@NullMarked
package org.slipway.architecture.violations.engine;

import org.jspecify.annotations.NullMarked;
