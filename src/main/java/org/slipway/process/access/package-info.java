/**
 * People, groups and rights on the engine's side: the login, who there is, and what each group may do in Tasklist and
 * Cockpit. Filled once when the first node starts; what administrators change afterwards stays.
 */
@NamedInterface("access")
@NullMarked
package org.slipway.process.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
