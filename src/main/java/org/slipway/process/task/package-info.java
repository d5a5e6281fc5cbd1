/** Tasks as people work on them: who may, what they answer, and what the answer does. */
@NullMarked
package org.slipway.process.task;

import org.jspecify.annotations.NullMarked;
