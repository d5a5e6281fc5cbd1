/** A bad neighbourhood: what the rules have to report, and a few decent neighbours that they may not. */
@NullMarked
package org.slipway.architecture.violations;

import org.jspecify.annotations.NullMarked;
