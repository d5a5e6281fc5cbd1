package org.slipway.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every calendar, tried on calendars made by chance from seeds that never change. */
class WorkingTimePropertiesTest {

    private static final List<String> ZONES = List.of(
            "UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/St_Johns", "Asia/Kolkata");
    private static final LocalDate FIRST = LocalDate.parse("2026-03-01");
    private static final int DAYS = 270;

    static List<Long> seeds() {
        return new Random(42).longs(60).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void adjoiningStretchesAddUp(long seed) {
        Random chance = new Random(seed);
        WorkingTime time = Plan.by(chance).time();
        for (int i = 0; i < 30; i++) {
            List<Instant> moments = List.of(moment(chance), moment(chance), moment(chance)).stream()
                    .sorted()
                    .toList();

            assertThat(time.between(moments.get(0), moments.get(1)).plus(time.between(moments.get(1), moments.get(2))))
                    .isEqualTo(time.between(moments.get(0), moments.get(2)));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void addingAndCountingAreInverse(long seed) {
        Random chance = new Random(seed);
        WorkingTime time = Plan.by(chance).time();
        for (int i = 0; i < 30; i++) {
            Instant from = moment(chance);
            long minutes = chance.nextInt(20_000);
            Instant to = time.add(from, minutes);

            assertThat(to).isAfterOrEqualTo(from);
            assertThat(time.minutesBetween(from, to)).isEqualTo(minutes);
            if (minutes > 0) {
                assertThat(time.minutesBetween(from, to.minusSeconds(60))).isEqualTo(minutes - 1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyMinuteCountsThatTheClockOnTheWallShowsWithinAShift(long seed) {
        Random chance = new Random(seed);
        Plan plan = Plan.by(chance);
        Instant from = moment(chance).truncatedTo(ChronoUnit.MINUTES);
        int length = 14 * 24 * 60;

        long worked = 0;
        for (int minute = 0; minute < length; minute++) {
            if (plan.shows(from.plusSeconds(60L * minute))) {
                worked++;
            }
        }

        assertThat(plan.time().minutesBetween(from, from.plusSeconds(60L * length)))
                .isEqualTo(worked);
    }

    /** Days are counted one by one, and usual weeks at once. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aLongStretchIsTheSumOfItsDays(long seed) {
        Random chance = new Random(seed);
        WorkingTime time = Plan.by(chance).time();
        Instant from = moment(chance).minus(400, ChronoUnit.DAYS);
        Duration worked = Duration.ZERO;
        for (int day = 0; day < 1200; day++) {
            Instant next = from.plus(day, ChronoUnit.DAYS);
            worked = worked.plus(time.between(next, next.plus(1, ChronoUnit.DAYS)));
        }

        assertThat(time.between(from, from.plus(1200, ChronoUnit.DAYS))).isEqualTo(worked);
        assertThat(time.between(from, time.add(from, worked))).isEqualTo(worked);
    }

    private static Instant moment(Random chance) {
        return FIRST.atStartOfDay(ZoneId.of("UTC")).toInstant().plusSeconds(chance.nextInt(DAYS * 24 * 3600));
    }

    /** A calendar by chance. No shift begins or ends within an hour that a clock change repeats. */
    private record Plan(
            ZoneId zone,
            Map<DayOfWeek, WorkingDay> week,
            List<CalendarException> exceptions,
            List<LocalDate> holidays) {

        static Plan by(Random chance) {
            ZoneId zone = ZoneId.of(ZONES.get(chance.nextInt(ZONES.size())));
            Map<DayOfWeek, WorkingDay> week = new EnumMap<>(DayOfWeek.class);
            for (DayOfWeek day : DayOfWeek.values()) {
                if (day == DayOfWeek.MONDAY || chance.nextInt(4) > 0) {
                    week.put(day, day(chance));
                }
            }
            List<CalendarException> exceptions = new ArrayList<>();
            List<LocalDate> holidays = new ArrayList<>();
            LocalDate date = FIRST;
            for (int i = chance.nextInt(12); i > 0; i--) {
                date = date.plusDays(1 + chance.nextInt(40));
                LocalDate last = date.plusDays(chance.nextInt(5));
                exceptions.add(new CalendarException(date, last, chance.nextBoolean() ? WorkingDay.OFF : day(chance)));
                date = last;
                holidays.add(FIRST.plusDays(chance.nextInt(DAYS)));
            }
            return new Plan(zone, week, exceptions, holidays.stream().distinct().toList());
        }

        WorkingTime time() {
            return new WorkingTime(zone, week, exceptions, holidays);
        }

        boolean shows(Instant moment) {
            LocalDateTime wall = LocalDateTime.ofInstant(moment, zone);
            int minute = wall.getHour() * 60 + wall.getMinute();
            return on(wall.toLocalDate()).shifts().stream()
                    .anyMatch(shift -> shift.start() <= minute && minute < shift.end());
        }

        private WorkingDay on(LocalDate date) {
            return exceptions.stream()
                    .filter(exception -> exception.covers(date))
                    .findFirst()
                    .map(CalendarException::day)
                    .orElseGet(() -> holidays.contains(date)
                            ? WorkingDay.OFF
                            : new HashMap<>(week).getOrDefault(date.getDayOfWeek(), WorkingDay.OFF));
        }

        private static WorkingDay day(Random chance) {
            List<Shift> shifts = new ArrayList<>();
            int from = 0;
            for (int i = 1 + chance.nextInt(5); i > 0 && from < 1400; i--) {
                int start = outsideOfChanges(from + chance.nextInt(200));
                int end = Math.min(1440, outsideOfChanges(start + 1 + chance.nextInt(400)));
                if (start >= end) {
                    break;
                }
                shifts.add(new Shift(start, end));
                from = end;
            }
            return shifts.isEmpty() ? WorkingDay.of("09:00-17:00") : new WorkingDay(shifts);
        }

        /** Clocks are changed between one and three at night in all of the zones. */
        private static int outsideOfChanges(int minute) {
            return minute > 60 && minute < 180 ? 180 : minute;
        }
    }
}
