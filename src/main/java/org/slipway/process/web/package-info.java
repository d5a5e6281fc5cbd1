/** Tasks over HTTP. */
@NullMarked
package org.slipway.process.web;

import org.jspecify.annotations.NullMarked;
