/** Entities and repositories. */
@NullMarked
package org.slipway.architecture.violations.tables;

import org.jspecify.annotations.NullMarked;
