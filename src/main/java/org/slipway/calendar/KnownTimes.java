package org.slipway.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Working time as it was defined at most five seconds ago. Nearly every question about a release counts by it, and
 * hardly anybody changes it.
 */
class KnownTimes {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private record Known(Instant at, WorkingTime time) {}

    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final Clock clock;

    KnownTimes(Clock clock) {
        this.clock = clock;
    }

    WorkingTime get(String calendar, Supplier<WorkingTime> defined) {
        Instant now = clock.instant();
        Known present = known.get(calendar);
        if (present == null || Duration.between(present.at(), now).abs().compareTo(FRESH) > 0) {
            present = new Known(now, defined.get());
            known.put(calendar, present);
        }
        return present.time();
    }

    /** Something has changed; other nodes will see it a little later. */
    void forget() {
        known.clear();
    }
}
