/** Nobody's business but the cellar's. */
@NullMarked
package org.slipway.architecture.violations.rooms.cellar.vault;

import org.jspecify.annotations.NullMarked;
