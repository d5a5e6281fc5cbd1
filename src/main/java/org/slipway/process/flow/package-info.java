/** How far a release has come in the models it runs on, for whoever looks at their drawings. */
@NullMarked
package org.slipway.process.flow;

import org.jspecify.annotations.NullMarked;
