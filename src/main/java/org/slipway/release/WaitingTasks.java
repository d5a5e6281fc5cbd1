package org.slipway.release;

import org.jspecify.annotations.Nullable;
import org.slipway.shared.Slice;

/** The tasks that wait for the person behind this thread; filled by the room that owns the engine. */
public interface WaitingTasks {

    /** What he holds, and what nobody holds and is offered to him or his groups; oldest first. */
    Slice<CurrentTask> mine(@Nullable String after, int limit);
}
