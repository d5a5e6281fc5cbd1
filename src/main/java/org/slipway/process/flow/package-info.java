/** How far a release has come in the models it runs on, for whoever looks at their drawings. */
@NamedInterface("flow")
@NullMarked
package org.slipway.process.flow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
