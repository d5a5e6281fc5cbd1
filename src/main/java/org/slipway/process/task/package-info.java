/** Tasks as people work on them: who may, what they answer, and what the answer does. */
@NamedInterface("task")
@NullMarked
package org.slipway.process.task;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
