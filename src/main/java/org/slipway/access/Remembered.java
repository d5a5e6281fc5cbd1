package org.slipway.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What every command asks for and hardly anybody changes, as it was at most five seconds ago. */
final class Remembered<T> {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private record Known<T>(Instant at, T value) {}

    private final Clock clock;
    private final Supplier<T> source;
    private volatile @Nullable Known<T> known;

    /** @param source where it is looked up, to be kept as it is given */
    Remembered(Clock clock, Supplier<T> source) {
        this.clock = clock;
        this.source = source;
    }

    /** As it is remembered, or looked up anew. */
    T get() {
        Known<T> present = known;
        Instant now = clock.instant();
        if (present == null || Duration.between(present.at(), now).abs().compareTo(FRESH) > 0) {
            present = new Known<>(now, source.get());
            known = present;
        }
        return present.value();
    }

    /** Something has changed; other nodes will see it a little later. */
    void forget() {
        known = null;
    }
}
