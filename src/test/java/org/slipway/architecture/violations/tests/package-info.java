/** Tests as they should not be written. */
@NullMarked
package org.slipway.architecture.violations.tests;

import org.jspecify.annotations.NullMarked;
