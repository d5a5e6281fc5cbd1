/** The CMDB's relationships in memory, and how the loss of items spreads along them. */
@NullMarked
package org.slipway.cmdb.graph;

import org.jspecify.annotations.NullMarked;
