/**
 * What every test may use: a running application on a fresh database, a clock that can be moved, a REST client.
 */
@NullMarked
package org.slipway.support;

import org.jspecify.annotations.NullMarked;
