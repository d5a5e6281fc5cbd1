/**
 * Makes a lost answer harmless: a command that carries an {@code Idempotency-Key} is carried out once, however often it is
 * sent, and every later sending gets the first one's answer (src/docs/adr/0010).
 */
@NullMarked
package org.slipway.webapps.retry;

import org.jspecify.annotations.NullMarked;
