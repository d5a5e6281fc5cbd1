/** How fast the packaged application is beside what the database alone could do. Run with the profile {@code benchmark}. */
@NullMarked
package org.slipway.benchmark;

import org.jspecify.annotations.NullMarked;
