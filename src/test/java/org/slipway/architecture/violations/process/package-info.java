/** Stands for the room of the engine. */
@NullMarked
package org.slipway.architecture.violations.process;

import org.jspecify.annotations.NullMarked;
