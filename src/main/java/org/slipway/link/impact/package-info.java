/** The joint impact of all that a release touches, frozen when its plan is approved and watched from then on. */
@NullMarked
package org.slipway.link.impact;

import org.jspecify.annotations.NullMarked;
