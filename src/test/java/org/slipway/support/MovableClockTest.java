package org.slipway.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MovableClockTest {

    private final MovableClock clock = new MovableClock();

    @AfterEach
    void setRight() {
        clock.reset();
    }

    @Test
    void takesTheEngineAlongWhenItIsMoved() {
        Instant before = clock.instant();

        clock.advance(Duration.ofDays(2));
        clock.advance(Duration.ofHours(1));

        Instant expected = before.plus(Duration.ofDays(2)).plus(Duration.ofHours(1));
        assertThat(clock.instant()).isBetween(expected, expected.plusSeconds(60));
        assertThat(ClockUtil.getCurrentTime().toInstant()).isBetween(expected.minusMillis(1), expected.plusSeconds(60));
    }

    @Test
    void takesTheEngineAlongWhenItIsStopped() {
        Instant moment = Instant.parse("2026-12-05T22:00:00Z");

        clock.stopAt(moment);
        clock.advance(Duration.ofMinutes(30));

        assertThat(clock.instant()).isEqualTo("2026-12-05T22:30:00Z");
        assertThat(ClockUtil.getCurrentTime().toInstant()).isEqualTo("2026-12-05T22:30:00Z");
    }

    @Test
    void runsWithTheMachineAfterAReset() {
        clock.stopAt(Instant.EPOCH);

        clock.reset();

        assertThat(Duration.between(clock.instant(), Instant.now()).abs()).isLessThan(Duration.ofMinutes(1));
        assertThat(ClockUtil.getCurrentTime().toInstant()).isAfter("2020-01-01T00:00:00Z");
    }
}
