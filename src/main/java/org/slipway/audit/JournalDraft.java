package org.slipway.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An entry as it was noted, before it is written: who, when and from where are those of the thread that noted it. */
record JournalDraft(
        Instant at,
        String person,
        @Nullable String origin,
        EntryKind kind,
        @Nullable String release,
        String subject,
        @Nullable String detail) {}
