/** The registries that follow what other tools manage and a release refers to: one mechanism for all of them. */
@NullMarked
package org.slipway.link.record;

import org.jspecify.annotations.NullMarked;
