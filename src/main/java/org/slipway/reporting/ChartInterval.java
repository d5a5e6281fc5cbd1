package org.slipway.reporting;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** How finely releases are counted over time. */
public enum ChartInterval {
    DAY(30),
    /** From Monday. */
    WEEK(26),
    MONTH(24);

    private final int preset;

    ChartInterval(int preset) {
        this.preset = preset;
    }

    /** How many of them are shown when no period is asked for. */
    int preset() {
        return preset;
    }

    LocalDate start(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    LocalDate plus(LocalDate start, int count) {
        return switch (this) {
            case DAY -> start.plus(count, ChronoUnit.DAYS);
            case WEEK -> start.plus(count, ChronoUnit.WEEKS);
            case MONTH -> start.plus(count, ChronoUnit.MONTHS);
        };
    }
}
