package org.slipway.planning;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Work on activities at present; filled by the room that owns the tasks. */
public interface ActivityWork {

    /**
     * @param task   id of the task that it is
     * @param person who has claimed it
     */
    record Work(String task, @Nullable String person) {}

    /** The open activities of a release that are tasks by now. */
    Map<UUID, Work> open(String release);
}
