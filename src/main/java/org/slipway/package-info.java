@NullMarked
package org.slipway;

import org.jspecify.annotations.NullMarked;
