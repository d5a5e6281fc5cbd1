/** Another room with a table. */
@NullMarked
package org.slipway.architecture.violations.crews;

import org.jspecify.annotations.NullMarked;
