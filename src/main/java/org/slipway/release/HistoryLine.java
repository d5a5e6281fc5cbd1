package org.slipway.release;

import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.Digest;

/**
 * One line of a release's history as it stands in the database and in what is exported of it, with the rule by which it is
 * hashed.
 *
 * @param person       who did it; once his data was erased, a pseudonym
 * @param origin       from where; none of what the system did by itself, and once it was erased
 * @param originDigest stands for the origin that was erased
 * @param textDigest   stands for the text that was erased
 * @param previousHash hash of the line before, none of the first one
 */
public record HistoryLine(
        String release,
        int sequence,
        int cycle,
        Instant at,
        String person,
        String category,
        @Nullable String task,
        @Nullable String statusBefore,
        @Nullable String statusAfter,
        @Nullable String decision,
        @Nullable Integer minutesSpent,
        @Nullable String origin,
        @Nullable String originDigest,
        @Nullable String text,
        @Nullable String textDigest,
        @Nullable String previousHash,
        String hash) {

    /**
     * SHA-256 over these lines, in this order (src/docs/domain.md, Journal); absent ones are empty. Persons, origins and
     * texts go in as digests of their own, so that they can be erased without breaking the chain.
     */
    String computeHash(String personDigest) {
        return Digest.ofLines(parts(personDigest));
    }

    private @Nullable Object[] parts(String personDigest) {
        return new @Nullable Object[] {
            "occurrence",
            previousHash,
            release,
            sequence,
            cycle,
            at,
            personDigest,
            category,
            task,
            statusBefore,
            statusAfter,
            decision,
            minutesSpent,
            originDigest == null ? Digest.ofText(origin) : originDigest,
            textDigest == null ? Digest.ofText(text) : textDigest
        };
    }

    /** Whether it is of a kind whose text may have been erased ({@link OccurrenceCategory#isToldByTheSystem}). */
    public boolean isToldByTheSystem() {
        return Stream.of(OccurrenceCategory.values())
                .anyMatch(each -> each.name().equals(category) && each.isToldByTheSystem());
    }

    /** Whether something of it was erased, so that only digests stand for it. */
    public boolean hasErasures() {
        return originDigest != null || textDigest != null;
    }

    /**
     * Whether the line still says what it said when it was written.
     *
     * @param personDigest what stands for the person; none when nobody knows him, which no true line has
     */
    public boolean isIntact(@Nullable String personDigest) {
        boolean erasedAsSaid = (originDigest == null || origin == null) && (textDigest == null || text == null);
        return personDigest != null && erasedAsSaid && Digest.isOfLines(hash, parts(personDigest));
    }
}
