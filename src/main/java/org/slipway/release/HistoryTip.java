package org.slipway.release;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** Where the history of a release ends: how many lines it has, and the hash of the last, which the next one carries on. */
@Embeddable
class HistoryTip {

    @Column(name = "occurrence_count")
    private int lines;

    @Column(name = "last_hash")
    private @Nullable String lastHash;

    protected HistoryTip() {}

    int next() {
        return ++lines;
    }

    @Nullable
    String lastHash() {
        return lastHash;
    }

    void chain(String hash) {
        lastHash = hash;
    }
}
