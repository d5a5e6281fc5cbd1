package org.slipway.release;

/**
 * What the engine remembers of the lifecycles of a release, of all its cycles; filled by the room that owns the engine. It
 * removes that by itself when its period has passed.
 */
public interface LifecycleHistory {

    /** Nothing of it is removed any more, also of what ends later. */
    void keep(String release);

    /** What has ended is removed when it would have been without {@link #keep}. */
    void release(String release);
}
