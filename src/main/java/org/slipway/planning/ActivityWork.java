package org.slipway.planning;

import java.util.Map;
import java.util.UUID;

/** Who works on activities at present; filled by the room that owns the tasks. */
public interface ActivityWork {

    /** Who has claimed which of a release's open activities; those that nobody has claimed are absent. */
    Map<UUID, String> claimed(String release);
}
