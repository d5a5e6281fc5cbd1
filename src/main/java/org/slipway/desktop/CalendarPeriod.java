package org.slipway.desktop;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.Locale;

/**
 * The days that a calendar shows at once.
 *
 * @param from   the first of them
 * @param rows   into how many rows they are laid out
 * @param length days in a row
 */
public record CalendarPeriod(View view, LocalDate date, LocalDate from, int rows, int length) {

    /** How the days are laid out. */
    public enum View {
        MONTH(3),
        WEEK(8),
        DAY(Integer.MAX_VALUE),
        TIMELINE(Integer.MAX_VALUE);

        private final int most;

        View(int most) {
            this.most = most;
        }

        /** How many bars one day may show above one another. */
        int most() {
            return most;
        }
    }

    private static final int WEEK = 7;
    private static final int TIMELINE_WEEKS = 5;
    private static final int MONTH_WEEKS = 6;
    private static final int WEEKS_AHEAD = 3;

    /** The period that contains this day; weeks begin as the reader's language has them begin. */
    static CalendarPeriod of(View view, LocalDate date, Locale locale) {
        LocalDate firstOfMonth = date.withDayOfMonth(1);
        return switch (view) {
            case MONTH -> {
                LocalDate from = weekOf(firstOfMonth, locale);
                int days = (int) (firstOfMonth.plusMonths(1).toEpochDay() - from.toEpochDay());
                yield new CalendarPeriod(view, date, from, (days + WEEK - 1) / WEEK, WEEK);
            }
            case WEEK -> new CalendarPeriod(view, date, weekOf(date, locale), 1, WEEK);
            case DAY -> new CalendarPeriod(view, date, date, 1, 1);
            case TIMELINE -> new CalendarPeriod(view, date, weekOf(date, locale), 1, TIMELINE_WEEKS * WEEK);
        };
    }

    /**
     * What a calendar opens with. Late in a month that goes on into the next one, so that what is coming is in sight, and leaves
     * weeks that have passed away.
     */
    static CalendarPeriod opened(View view, LocalDate today, Locale locale) {
        CalendarPeriod period = of(view, today, locale);
        int rows = (int) ChronoUnit.WEEKS.between(period.from, today) + 1 + WEEKS_AHEAD;
        if (view != View.MONTH || rows <= period.rows) {
            return period;
        }
        int gone = Math.max(rows - MONTH_WEEKS, 0);
        return new CalendarPeriod(view, today, period.from.plusWeeks(gone), rows - gone, WEEK);
    }

    /** The first day that it does not show. */
    public LocalDate to() {
        return from.plusDays((long) rows * length);
    }

    public LocalDate previous() {
        return step(-1);
    }

    public LocalDate next() {
        return step(1);
    }

    /** Whether a day is shown only because its week is. */
    public boolean outside(LocalDate day) {
        return view == View.MONTH
                && day.getMonth() != date.getMonth()
                && (day.isBefore(date) || !goesOnIntoTheNextMonth());
    }

    private boolean goesOnIntoTheNextMonth() {
        return view == View.MONTH
                && !date.withDayOfMonth(1).plusMonths(1).plusWeeks(1).isAfter(to());
    }

    public String title(Locale locale) {
        DateTimeFormatter day =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
        return switch (view) {
            case MONTH ->
                month(date, locale) + (goesOnIntoTheNextMonth() ? " – " + month(date.plusMonths(1), locale) : "");
            case DAY ->
                DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                        .withLocale(locale)
                        .format(date);
            case WEEK, TIMELINE -> day.format(from) + " – " + day.format(to().minusDays(1));
        };
    }

    private static String month(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofPattern("LLLL yyyy", locale).format(day);
    }

    private LocalDate step(int by) {
        return switch (view) {
            case MONTH -> date.withDayOfMonth(1).plusMonths(by);
            case WEEK -> date.plusWeeks(by);
            case DAY -> date.plusDays(by);
            case TIMELINE -> date.plusWeeks((long) by * (TIMELINE_WEEKS - 1));
        };
    }

    private static LocalDate weekOf(LocalDate day, Locale locale) {
        return day.with(TemporalAdjusters.previousOrSame(WeekFields.of(locale).getFirstDayOfWeek()));
    }
}
