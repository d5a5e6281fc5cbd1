package org.slipway.process.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever guesses passwords, without letting him lock out the person whose password he guesses: failures
 * count per name and address, then per name and per address; who has once logged in from an address is slowed down
 * there by his own failures only. Kept in memory, per node: a few more guesses on a second node do not matter.
 */
@Component
class LoginThrottle {

    private static final int FREE_PER_PAIR = 5;
    private static final int FREE_PER_NAME = 50;
    private static final int FREE_PER_ADDRESS = 100;
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);
    private static final int MOST_ENTRIES = 20_000;
    private static final String ANY = "*";

    private record Key(String name, String address) {}

    private record Failures(int count, Instant last) {}

    private final Map<Key, Failures> failures = bounded();
    private final Map<Key, Boolean> known = bounded();
    private final Clock clock;

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /** Whether the next attempt must wait. */
    synchronized boolean blocks(String name, String address) {
        Key pair = new Key(name, address);
        if (waits(pair, FREE_PER_PAIR)) {
            return true;
        }
        return !known.containsKey(pair)
                && (waits(new Key(name, ANY), FREE_PER_NAME) || waits(new Key(ANY, address), FREE_PER_ADDRESS));
    }

    synchronized void failed(String name, String address) {
        count(new Key(name, address));
        count(new Key(name, ANY));
        count(new Key(ANY, address));
    }

    synchronized void succeeded(String name, String address) {
        failures.remove(new Key(name, address));
        known.put(new Key(name, address), true);
    }

    private boolean waits(Key key, int free) {
        Failures past = failures.get(key);
        if (past == null || past.count() < free) {
            return false;
        }
        long seconds = 1L << Math.min(past.count() - free, 6);
        Duration pause = Duration.ofSeconds(Math.min(seconds, LONGEST.toSeconds()));
        return clock.instant().isBefore(past.last().plus(pause));
    }

    private void count(Key key) {
        Instant now = clock.instant();
        Failures past = failures.get(key);
        int counted = past == null || past.last().plus(FORGOTTEN_AFTER).isBefore(now) ? 0 : past.count();
        failures.put(key, new Failures(counted + 1, now));
    }

    private static <V> Map<Key, V> bounded() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, V> eldest) {
                return size() > MOST_ENTRIES;
            }
        };
    }
}
