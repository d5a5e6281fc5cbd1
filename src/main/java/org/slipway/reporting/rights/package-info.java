/** Who may do what, and who did something in spite of a rule: what is asked of rights and histories over HTTP. */
@NullMarked
package org.slipway.reporting.rights;

import org.jspecify.annotations.NullMarked;
