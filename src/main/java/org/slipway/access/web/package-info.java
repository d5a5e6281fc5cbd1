/** Who I am, and the people and groups that forms offer, over HTTP. */
@NullMarked
package org.slipway.access.web;

import org.jspecify.annotations.NullMarked;
