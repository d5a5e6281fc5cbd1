package org.slipway.release;

/**
 * What the person behind this thread may do with an open task, so that what would be refused is not offered; filled by
 * the room that owns the engine. The commands look again.
 */
public interface TaskRights {

    /**
     * Whether nobody holds it and he may capture it.
     *
     * @param gone whether the requester is nobody any more, so that others stand in for him
     */
    boolean mayTake(CurrentTask task, String requester, boolean gone, String model);

    /** Whether he may share it with others. */
    boolean mayShare(CurrentTask task, String model);
}
