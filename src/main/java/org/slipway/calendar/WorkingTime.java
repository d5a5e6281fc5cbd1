package org.slipway.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.BusinessRuleViolated;

/**
 * Counts the time that is worked. Immutable, and it asks no database: fetch it once for a list.
 *
 * <p>Time is counted in whole seconds of the clock, so that adjoining stretches add up exactly. An hour that a time
 * zone skips is not worked; an hour that it repeats is worked twice when a shift spans it. A shift that begins or ends
 * within a repeated hour does so the first time.
 */
public final class WorkingTime {

    private final ZoneRules zone;
    private final Map<DayOfWeek, WorkingDay> week = new EnumMap<>(DayOfWeek.class);
    private final NavigableMap<LocalDate, CalendarException> exceptions = new TreeMap<>();
    private final NavigableSet<LocalDate> holidays;
    private final long usualWeek;
    private final boolean aroundTheClock;

    /**
     * @param week     days that are missing are days off
     * @param holidays days off, unless an exception says otherwise
     * @throws BusinessRuleViolated {@code calendar-without-working-time}, {@code calendar-exceptions-overlap}
     */
    public WorkingTime(
            ZoneId zone,
            Map<DayOfWeek, WorkingDay> week,
            Collection<CalendarException> exceptions,
            Collection<LocalDate> holidays) {
        this.zone = zone.getRules();
        this.week.putAll(week);
        this.holidays = new TreeSet<>(holidays);
        this.usualWeek = week.values().stream()
                .flatMap(day -> day.shifts().stream())
                .mapToLong(shift -> (shift.end() - shift.start()) * 60L)
                .sum();
        if (week.values().stream().allMatch(WorkingDay::isOff)) {
            throw new BusinessRuleViolated("calendar-without-working-time", "week");
        }
        exceptions.forEach(exception -> this.exceptions.put(exception.firstDay(), exception));
        requireApart(exceptions);
        this.aroundTheClock = exceptions.isEmpty()
                && holidays.isEmpty()
                && List.of(DayOfWeek.values()).stream().allMatch(day -> on(day).isWholeDay());
    }

    /** The whole working minutes from one moment to another; none when the second is not later. */
    public long minutesBetween(Instant from, Instant to) {
        return between(from, to).toMinutes();
    }

    /** The working time from one moment to another, to the second; none when the second is not later. */
    public Duration between(Instant from, Instant to) {
        long first = from.getEpochSecond();
        long last = to.getEpochSecond();
        if (first >= last) {
            return Duration.ZERO;
        }
        if (aroundTheClock) {
            return Duration.ofSeconds(last - first);
        }
        long worked = 0;
        LocalDate lastDay = dateOf(to);
        LocalDate date = dateOf(from);
        while (secondAt(date, 0) < last) {
            for (Shift shift : on(date).shifts()) {
                long begin = Math.max(first, secondAt(date, shift.start()));
                long end = Math.min(last, secondAt(date, shift.end()));
                worked += Math.max(0, end - begin);
            }
            date = date.plusDays(1);
            long weeks = usualWeeks(date, ChronoUnit.WEEKS.between(date, lastDay));
            worked += weeks * usualWeek;
            date = date.plusWeeks(weeks);
        }
        return Duration.ofSeconds(worked);
    }

    /** As {@link #add(Instant, Duration)}, in minutes. */
    public Instant add(Instant from, long workingMinutes) {
        return add(from, Duration.ofMinutes(workingMinutes));
    }

    /**
     * The earliest moment by which so much time is worked: a shift's end rather than the next one's beginning.
     *
     * @param workingTime not negative, counted in whole seconds; none gives the moment itself
     */
    public Instant add(Instant from, Duration workingTime) {
        if (workingTime.isNegative()) {
            throw new IllegalArgumentException("Cannot take back working time: " + workingTime);
        }
        if (aroundTheClock || workingTime.isZero()) {
            return from.plus(workingTime);
        }
        long first = from.getEpochSecond();
        long left = workingTime.toSeconds();
        boolean atOnce = false;
        LocalDate date = dateOf(from);
        while (true) {
            for (Shift shift : on(date).shifts()) {
                long begin = Math.max(first, secondAt(date, shift.start()));
                long length = secondAt(date, shift.end()) - begin;
                if (length <= 0) {
                    continue;
                }
                atOnce |= begin == first;
                if (left <= length) {
                    Instant whole = Instant.ofEpochSecond(begin + left);
                    return atOnce ? whole.plusNanos(from.getNano()) : whole;
                }
                left -= length;
            }
            date = date.plusDays(1);
            long weeks = usualWeeks(date, (left - 1) / Math.max(1, usualWeek));
            left -= weeks * usualWeek;
            date = date.plusWeeks(weeks);
        }
    }

    /**
     * How many weeks from this day on are like every other one, without exceptions, holidays and changes of the clock. They
     * are counted at once, so that years take no longer than months.
     *
     * @param most how many are looked for
     */
    private long usualWeeks(LocalDate from, long most) {
        if (most < 2) {
            return 0;
        }
        Map.Entry<LocalDate, CalendarException> before = exceptions.floorEntry(from);
        if (before != null && before.getValue().covers(from)) {
            return 0;
        }
        LocalDate until = from.plusWeeks(most);
        until = earlier(until, exceptions.ceilingKey(from));
        until = earlier(until, holidays.ceiling(from));
        ZoneOffsetTransition change = zone.nextTransition(Instant.ofEpochSecond(secondAt(from, 0)));
        if (change != null) {
            LocalDateTime touched = change.isGap() ? change.getDateTimeBefore() : change.getDateTimeAfter();
            until = earlier(until, touched.toLocalDate().minusDays(1));
        }
        return Math.max(0, ChronoUnit.WEEKS.between(from, until));
    }

    private static LocalDate earlier(LocalDate one, @Nullable LocalDate other) {
        return other == null || one.isBefore(other) ? one : other;
    }

    private WorkingDay on(LocalDate date) {
        Map.Entry<LocalDate, CalendarException> exception = exceptions.floorEntry(date);
        if (exception != null && exception.getValue().covers(date)) {
            return exception.getValue().day();
        }
        return holidays.contains(date) ? WorkingDay.OFF : on(date.getDayOfWeek());
    }

    private WorkingDay on(DayOfWeek day) {
        return week.getOrDefault(day, WorkingDay.OFF);
    }

    private LocalDate dateOf(Instant moment) {
        return LocalDate.ofInstant(moment, zone.getOffset(moment));
    }

    /** When the clock on the wall first shows this minute of the day, or passes over it. */
    private long secondAt(LocalDate date, int minuteOfDay) {
        LocalDateTime local = date.atStartOfDay().plusMinutes(minuteOfDay);
        List<ZoneOffset> offsets = zone.getValidOffsets(local);
        return offsets.isEmpty()
                ? zone.getTransition(local).getInstant().getEpochSecond()
                : local.toEpochSecond(offsets.get(0));
    }

    private void requireApart(Collection<CalendarException> all) {
        boolean hidden = exceptions.size() < all.size();
        for (CalendarException exception : exceptions.values()) {
            Map.Entry<LocalDate, CalendarException> next = exceptions.higherEntry(exception.firstDay());
            hidden |= next != null && exception.covers(next.getKey());
        }
        if (hidden) {
            throw new BusinessRuleViolated("calendar-exceptions-overlap", "exceptions");
        }
    }
}
