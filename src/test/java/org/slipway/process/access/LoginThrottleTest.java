package org.slipway.process.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slipway.support.MovableClock;

class LoginThrottleTest {

    private static final String HOME = "10.0.0.1";
    private static final String ELSEWHERE = "192.0.2.7";

    private final MovableClock clock = new MovableClock();
    private final LoginThrottle throttle = new LoginThrottle(clock);

    LoginThrottleTest() {
        clock.stopAt(Instant.parse("2026-12-01T09:00:00Z"));
    }

    @AfterEach
    void setTheClockRight() {
        clock.reset();
    }

    @Test
    void letsPeopleMistypeAFewTimes() {
        fail("rita", HOME, 4);

        assertThat(throttle.blocks("rita", HOME)).isFalse();
    }

    @Test
    void makesWhoGoesOnGuessingWaitLongerAndLonger() {
        fail("rita", HOME, 5);
        assertThat(throttle.blocks("rita", HOME)).isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertThat(throttle.blocks("rita", HOME)).isFalse();

        fail("rita", HOME, 20);
        clock.advance(Duration.ofSeconds(59));
        assertThat(throttle.blocks("rita", HOME)).isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertThat(throttle.blocks("rita", HOME)).isFalse();
    }

    @Test
    void locksNobodyOutWhosePasswordIsGuessedElsewhere() {
        throttle.succeeded("rita", HOME);

        fail("rita", ELSEWHERE, 500);

        assertThat(throttle.blocks("rita", ELSEWHERE)).isTrue();
        assertThat(throttle.blocks("rita", HOME)).isFalse();
    }

    @Test
    void slowsDownGuessingFromManyAddresses() {
        IntStream.range(0, 60).forEach(i -> throttle.failed("rita", "198.51.100." + i));

        assertThat(throttle.blocks("rita", ELSEWHERE)).isTrue();
        assertThat(throttle.blocks("oscar", ELSEWHERE)).isFalse();
    }

    @Test
    void slowsDownOneAddressThatTriesManyNames() {
        IntStream.range(0, 110).forEach(i -> throttle.failed("name" + i, ELSEWHERE));

        assertThat(throttle.blocks("rita", ELSEWHERE)).isTrue();
        assertThat(throttle.blocks("rita", HOME)).isFalse();
    }

    @Test
    void forgetsAfterASuccessAndAfterAWhile() {
        fail("rita", HOME, 10);
        throttle.succeeded("rita", HOME);
        assertThat(throttle.blocks("rita", HOME)).isFalse();

        fail("rita", HOME, 10);
        clock.advance(Duration.ofMinutes(16));
        fail("rita", HOME, 1);
        assertThat(throttle.blocks("rita", HOME)).isFalse();
    }

    private void fail(String name, String address, int times) {
        IntStream.range(0, times).forEach(i -> throttle.failed(name, address));
    }
}
