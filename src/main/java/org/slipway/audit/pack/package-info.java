/**
 * The audit pack: everything about one release in one archive that can be verified without this application
 * (src/docs/domain.md, Audit pack).
 */
@NullMarked
package org.slipway.audit.pack;

import org.jspecify.annotations.NullMarked;
