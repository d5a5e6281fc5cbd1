/**
 * The rules of the house, run as tests, each proved by a planted violation.
 */
@NullMarked
package org.slipway.architecture;

import org.jspecify.annotations.NullMarked;
