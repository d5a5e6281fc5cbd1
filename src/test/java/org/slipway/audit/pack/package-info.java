@NullMarked
package org.slipway.audit.pack;

import org.jspecify.annotations.NullMarked;
