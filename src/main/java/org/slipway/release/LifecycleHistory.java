package org.slipway.release;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the engine remembers of the lifecycles of a release, of all its cycles; filled by the room that owns the engine. It
 * removes that by itself when its period has passed.
 */
public interface LifecycleHistory {

    /** Nothing of it is removed any more, also of what ends later. */
    void keep(String release);

    /** What has ended is removed when it would have been without {@link #keep}. */
    void release(String release);

    /** Of all releases, what the next clean-up removes, counted up to a number. */
    Due due(Instant now, int most);

    /**
     * @param count lifecycles and what they called
     * @param next  when the first of the others is to go
     */
    record Due(int count, @Nullable Instant next) {}
}
