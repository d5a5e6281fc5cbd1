/** A package named after nothing in the domain. */
@NullMarked
package org.slipway.architecture.violations.common;

import org.jspecify.annotations.NullMarked;
