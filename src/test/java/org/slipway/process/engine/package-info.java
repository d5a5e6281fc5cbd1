@NullMarked
package org.slipway.process.engine;

import org.jspecify.annotations.NullMarked;
