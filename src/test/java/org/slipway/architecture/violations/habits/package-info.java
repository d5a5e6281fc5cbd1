/** Habits that are not ours. */
@NullMarked
package org.slipway.architecture.violations.habits;

import org.jspecify.annotations.NullMarked;
