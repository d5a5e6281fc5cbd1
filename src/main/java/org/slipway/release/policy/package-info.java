/** How other rooms add rules to the moves of a release. */
@NamedInterface("policy")
@NullMarked
package org.slipway.release.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
