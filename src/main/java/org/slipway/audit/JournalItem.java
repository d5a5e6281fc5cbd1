package org.slipway.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the journal or a line of a release's history, as auditors find it among the others.
 *
 * @param kind     an {@link EntryKind} or the category of an occurrence
 * @param origin   from where it was asked for; none of what the system did by itself
 * @param subject  what it was done to
 * @param sequence number of the line in the history of its release; none of an entry
 * @param position of the entry's seal; lines are sealed together
 */
record JournalItem(
        UUID id,
        Instant at,
        String person,
        @Nullable String origin,
        String kind,
        @Nullable String release,
        String subject,
        @Nullable JsonNode detail,
        @Nullable Integer sequence,
        @Nullable Long position,
        String hash) {}
