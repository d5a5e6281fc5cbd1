package org.slipway.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slipway.shared.BusinessRuleViolated;

class WorkingTimeTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void countsOnlyWhatLiesWithinShifts() {
        WorkingTime office = weekdays(ZoneOffset.UTC, "08:00-12:00,13:00-18:00");

        assertThat(office.minutesBetween(at("2026-12-01T07:00:00Z"), at("2026-12-01T19:00:00Z")))
                .isEqualTo(9 * 60);
        assertThat(office.minutesBetween(at("2026-12-01T11:30:00Z"), at("2026-12-01T13:30:00Z")))
                .isEqualTo(60);
        assertThat(office.minutesBetween(at("2026-12-04T17:00:00Z"), at("2026-12-07T09:00:00Z")))
                .isEqualTo(2 * 60);
    }

    @Test
    void carriesMinutesIntoHours() {
        WorkingTime office = weekdays(ZoneOffset.UTC, "08:00-08:50");

        assertThat(office.minutesBetween(at("2026-12-01T00:00:00Z"), at("2026-12-03T00:00:00Z")))
                .isEqualTo(100);
    }

    @Test
    void countsNothingBackwards() {
        assertThat(weekdays(ZoneOffset.UTC, "08:00-18:00")
                        .minutesBetween(at("2026-12-02T00:00:00Z"), at("2026-12-01T00:00:00Z")))
                .isZero();
        assertThat(aroundTheClock(BERLIN).minutesBetween(at("2026-12-02T00:00:00Z"), at("2026-12-01T00:00:00Z")))
                .isZero();
    }

    @Test
    void endsAtTheEndOfAShiftRatherThanTheBeginningOfTheNext() {
        WorkingTime office = weekdays(ZoneOffset.UTC, "08:00-12:00,13:00-18:00");

        assertThat(office.add(at("2026-12-04T08:00:00Z"), 9 * 60)).isEqualTo("2026-12-04T18:00:00Z");
        assertThat(office.add(at("2026-12-04T08:00:00Z"), 9 * 60 + 1)).isEqualTo("2026-12-07T08:01:00Z");
    }

    @Test
    void keepsTheSecondsOfAMomentThatIsWorked() {
        WorkingTime office = weekdays(ZoneOffset.UTC, "08:00-12:00");

        assertThat(office.add(at("2026-12-01T08:00:30Z"), 5)).isEqualTo("2026-12-01T08:05:30Z");
        assertThat(office.add(at("2026-12-01T07:00:30Z"), 5)).isEqualTo("2026-12-01T08:05:00Z");
        assertThat(office.add(at("2026-12-01T07:00:30Z"), 0)).isEqualTo("2026-12-01T07:00:30Z");
    }

    @Test
    void letsAnExceptionSayOtherwiseThanWeekAndHolidays() {
        WorkingTime office = new WorkingTime(
                ZoneOffset.UTC,
                week("08:00-12:00"),
                List.of(
                        exception("2026-12-07", "2026-12-08", ""),
                        exception("2026-12-12", "2026-12-12", "09:00-10:00"),
                        exception("2026-12-25", "2026-12-25", "20:00-21:00")),
                List.of(LocalDate.parse("2026-12-24"), LocalDate.parse("2026-12-25")));

        assertThat(minutesOf(office, "2026-12-07")).isZero();
        assertThat(minutesOf(office, "2026-12-08")).isZero();
        assertThat(minutesOf(office, "2026-12-09")).isEqualTo(240);
        assertThat(minutesOf(office, "2026-12-12")).isEqualTo(60);
        assertThat(minutesOf(office, "2026-12-24")).isZero();
        assertThat(minutesOf(office, "2026-12-25")).isEqualTo(60);
    }

    @Test
    void losesTheHourThatIsSkippedInSpring() {
        WorkingTime nights = everyDay(BERLIN, "01:00-04:00");
        WorkingTime quarters = everyDay(BERLIN, "01:00-02:15,02:15-02:45,02:45-03:30");

        assertThat(minutesOf(nights, "2026-03-28")).isEqualTo(180);
        assertThat(minutesOf(nights, "2026-03-29")).isEqualTo(120);
        assertThat(minutesOf(quarters, "2026-03-29")).isEqualTo(90);
        assertThat(nights.add(at("2026-03-29T00:00:00Z"), 120)).isEqualTo("2026-03-29T02:00:00Z");
    }

    @Test
    void worksTheHourTwiceThatIsRepeatedInAutumn() {
        WorkingTime nights = everyDay(BERLIN, "01:00-04:00");
        WorkingTime halves = everyDay(BERLIN, "01:00-02:30,02:30-04:00");

        assertThat(minutesOf(nights, "2026-10-25")).isEqualTo(240);
        assertThat(minutesOf(halves, "2026-10-25")).isEqualTo(240);
        assertThat(aroundTheClock(BERLIN).minutesBetween(at("2026-10-24T22:00:00Z"), at("2026-10-25T23:00:00Z")))
                .isEqualTo(25 * 60);
    }

    @Test
    void countsADayThatHasNoMidnight() {
        // The holiday long ago keeps it from the short way of a calendar without any.
        WorkingTime always = new WorkingTime(
                ZoneId.of("America/Sao_Paulo"), everyDay("00:00-24:00"), List.of(), List.of(LocalDate.EPOCH));

        // On this day the clock went from 00:00 to 01:00.
        assertThat(always.minutesBetween(at("2018-11-04T03:00:00Z"), at("2018-11-05T02:00:00Z")))
                .isEqualTo(23 * 60);
    }

    @Test
    void needsNoLongerForACenturyThanForADayAroundTheClock() {
        WorkingTime always = aroundTheClock(BERLIN);
        Instant from = at("2000-01-01T00:00:00Z");
        Instant to = at("2100-01-01T00:00:00Z");

        long worked = 0;
        // Day by day this would take hours.
        for (int i = 0; i < 1_000_000; i++) {
            worked += always.minutesBetween(from, to);
        }

        assertThat(worked).isEqualTo(1_000_000 * Duration.between(from, to).toMinutes());
    }

    @Test
    void refusesACalendarInWhichNobodyWorksOrTwoExceptionsMeet() {
        assertThatExceptionOfType(BusinessRuleViolated.class)
                .isThrownBy(() -> everyDay(BERLIN, ""))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("calendar-without-working-time"));
        assertThatExceptionOfType(BusinessRuleViolated.class)
                .isThrownBy(() -> new WorkingTime(
                        BERLIN,
                        week("08:00-12:00"),
                        List.of(
                                exception("2026-12-01", "2026-12-05", ""),
                                exception("2026-12-05", "2026-12-06", "08:00-09:00")),
                        List.of()))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("calendar-exceptions-overlap"));
    }

    private static long minutesOf(WorkingTime time, String date) {
        LocalDate day = LocalDate.parse(date);
        return time.minutesBetween(
                day.atTime(0, 0).toInstant(ZoneOffset.UTC).minusSeconds(2 * 3600),
                day.atTime(0, 0).toInstant(ZoneOffset.UTC).plusSeconds(22 * 3600));
    }

    private static WorkingTime weekdays(ZoneId zone, String shifts) {
        return new WorkingTime(zone, week(shifts), List.of(), List.of());
    }

    private static WorkingTime everyDay(ZoneId zone, String shifts) {
        return new WorkingTime(zone, everyDay(shifts), List.of(), List.of());
    }

    private static WorkingTime aroundTheClock(ZoneId zone) {
        return everyDay(zone, "00:00-24:00");
    }

    private static Map<DayOfWeek, WorkingDay> week(String shifts) {
        Map<DayOfWeek, WorkingDay> week = everyDay(shifts);
        week.remove(DayOfWeek.SATURDAY);
        week.remove(DayOfWeek.SUNDAY);
        return week;
    }

    private static Map<DayOfWeek, WorkingDay> everyDay(String shifts) {
        Map<DayOfWeek, WorkingDay> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, WorkingDay.of(shifts));
        }
        return week;
    }

    private static CalendarException exception(String first, String last, String shifts) {
        return new CalendarException(LocalDate.parse(first), LocalDate.parse(last), WorkingDay.of(shifts));
    }

    private static Instant at(String moment) {
        return Instant.parse(moment);
    }
}
