/**
 * The application as it is shipped: the packaged jar in a process of its own.
 */
@NullMarked
package org.slipway.packaging;

import org.jspecify.annotations.NullMarked;
