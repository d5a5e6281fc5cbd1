/** Releases over HTTP. */
@NullMarked
package org.slipway.release.web;

import org.jspecify.annotations.NullMarked;
