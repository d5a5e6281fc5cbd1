/** How long what is kept is kept: periods, legal holds, and the erasure of people's data (src/docs/domain.md, Retention). */
@NullMarked
package org.slipway.audit.retention;

import org.jspecify.annotations.NullMarked;
