package org.slipway.audit;

import org.jspecify.annotations.Nullable;

/**
 * Where the journal was bent.
 *
 * @param release  the release whose history it is, if it is one's
 * @param sequence the line of that history
 * @param position the seal concerned
 * @param entry    the entry of the journal, the person, the run or model, or the line of the file of anchors
 */
record Finding(
        Reason reason,
        @Nullable String release,
        @Nullable Integer sequence,
        @Nullable Long position,
        @Nullable String entry) {

    /** What must have happened behind the application's back. */
    enum Reason {
        /** A line of a history does not say what it said. */
        LINE_CHANGED,
        LINE_MISSING,
        LINE_ADDED,
        /** A line does not follow the one before it. */
        CHAIN_BROKEN,
        /** The history was written anew after it was sealed. */
        CONTENT_REPLACED,
        ENTRY_CHANGED,
        ENTRY_MISSING,
        ENTRY_ADDED,
        SEAL_CHANGED,
        SEAL_MISSING,
        SEAL_ADDED,
        /** Its lines are there, its record is not. */
        RELEASE_MISSING,
        /** A run of the process, or a model, that was kept does not say what it said then. */
        TRAIL_CHANGED,
        TRAIL_MISSING,
        TRAIL_ADDED,
        /** The digest does not stand for this person. */
        PERSON_CHANGED,
        /** Only a digest or a pseudonym is left of it, and no erasure and no period tells of that. */
        BLANKED,
        /** The chain is sound in itself, but not the one that was known outside. */
        ANCHOR_CONTRADICTED,
        /** What was kept outside does not read as an anchor. */
        ANCHOR_UNREADABLE,
        /** The exported journal was cut off: it does not say where it ends. */
        END_MISSING,
        /** Something stands behind the end of the exported journal. */
        END_EXCEEDED
    }
}
