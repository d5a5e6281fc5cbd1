@NullMarked
package org.slipway.process.engine.contract;

import org.jspecify.annotations.NullMarked;
