package org.slipway.release;

import java.util.List;

/** What a release refers to; filled by the room that keeps the links. */
public interface ReleaseReferences {

    /** Numbers of the linked changes. */
    List<String> changes(String release);

    /** Keys of the linked configuration items. */
    List<String> configurationItems(String release);
}
