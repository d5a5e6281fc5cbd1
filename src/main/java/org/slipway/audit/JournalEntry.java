package org.slipway.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.Digest;

/**
 * One entry of the journal.
 *
 * @param person   who did it, himself, also where he acts for others
 * @param origin   from where; none of what the system did by itself, and once it was erased
 * @param subject  what it was done to; empty once it was erased
 * @param detail   a JSON object; what was before and after, the justification; none once it was erased
 * @param faded    whether its period has passed, so that only digests are left
 * @param position its place in the chain of seals; none as long as it is not sealed
 * @param hash     of all that, by {@link #hash}
 */
record JournalEntry(
        UUID id,
        Instant at,
        String person,
        @Nullable String origin,
        @Nullable String originDigest,
        String kind,
        @Nullable String release,
        String subject,
        @Nullable String subjectDigest,
        @Nullable String detail,
        @Nullable String detailDigest,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean faded,
        @Nullable Long position,
        String hash) {

    /** Whether something of it was erased, so that only digests stand for it. */
    boolean hasErasures() {
        return originDigest != null || subjectDigest != null || detailDigest != null;
    }

    /** As entries of the kind {@link EntryKind#BLANKING} call it. */
    static String known(@Nullable String release, UUID id) {
        return (release == null ? "" : release) + "/" + id;
    }

    static JournalEntry of(
            Instant at,
            String person,
            String personDigest,
            @Nullable String origin,
            EntryKind kind,
            @Nullable String release,
            String subject,
            @Nullable String detail) {
        UUID id = UUID.randomUUID();
        String hash = Digest.ofLines(parts(
                id,
                at,
                personDigest,
                Digest.ofText(origin),
                kind.name(),
                release,
                Digest.ofText(subject),
                Digest.ofText(detail)));
        return new JournalEntry(
                id, at, person, origin, null, kind.name(), release, subject, null, detail, null, false, null, hash);
    }

    boolean isIntact(@Nullable String personDigest) {
        boolean erasedAsSaid = (originDigest == null || origin == null)
                && (subjectDigest == null || subject.isEmpty())
                && (detailDigest == null || detail == null);
        return personDigest != null
                && erasedAsSaid
                && Digest.isOfLines(
                        hash,
                        parts(
                                id,
                                at,
                                personDigest,
                                originDigest == null ? Digest.ofText(origin) : originDigest,
                                kind,
                                release,
                                subjectDigest == null ? Digest.ofText(subject) : subjectDigest,
                                detailDigest == null ? Digest.ofText(detail) : detailDigest));
    }

    /** By the same rule as the lines of a release's history; what it says is chained by the seals. */
    private static @Nullable Object[] parts(
            UUID id,
            Instant at,
            String personDigest,
            @Nullable String originDigest,
            String kind,
            @Nullable String release,
            @Nullable String subjectDigest,
            @Nullable String detailDigest) {
        return new @Nullable Object[] {
            "entry", id, at, personDigest, kind, release, subjectDigest, originDigest, detailDigest
        };
    }
}
