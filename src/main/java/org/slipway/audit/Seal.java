package org.slipway.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.Digest;

/**
 * One link of the chain over everything: it stands either for some lines of a release's history or for one entry of the
 * journal, and for all seals before it.
 *
 * @param first       number of the first line of the release's history it stands for
 * @param last        number of the last one
 * @param contentHash the hash of that last line, or of the entry
 */
record Seal(
        long position,
        Instant at,
        @Nullable String release,
        @Nullable Integer first,
        @Nullable Integer last,
        @Nullable UUID entry,
        String contentHash,
        String hash) {

    /** What the first seal follows. */
    static final String NOTHING = "0".repeat(64);

    static Seal next(
            Head head,
            Instant at,
            @Nullable String release,
            @Nullable Integer first,
            @Nullable Integer last,
            @Nullable UUID entry,
            String contentHash) {
        long position = head.position() + 1;
        String hash = Digest.ofLines(parts(head.hash(), position, at, release, first, last, entry, contentHash));
        return new Seal(position, at, release, first, last, entry, contentHash, hash);
    }

    Head asHead() {
        return new Head(position, hash);
    }

    boolean follows(String previous) {
        return Digest.isOfLines(hash, parts(previous, position, at, release, first, last, entry, contentHash));
    }

    private static @Nullable Object[] parts(
            String previous,
            long position,
            Instant at,
            @Nullable String release,
            @Nullable Integer first,
            @Nullable Integer last,
            @Nullable UUID entry,
            String contentHash) {
        return new @Nullable Object[] {"seal", previous, position, at, release, first, last, entry, contentHash};
    }
}
