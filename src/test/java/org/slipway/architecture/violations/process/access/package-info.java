/** May know the engine, but not its insides. */
@NullMarked
package org.slipway.architecture.violations.process.access;

import org.jspecify.annotations.NullMarked;
