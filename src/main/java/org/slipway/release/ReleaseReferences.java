package org.slipway.release;

import java.util.List;

/** What releases refer to; filled by the room that keeps the links. */
public interface ReleaseReferences {

    References of(String release);

    /**
     * What one release refers to, in order.
     *
     * @param changes            numbers of the linked changes
     * @param configurationItems keys of the linked configuration items
     */
    record References(List<String> changes, List<String> configurationItems) {}
}
