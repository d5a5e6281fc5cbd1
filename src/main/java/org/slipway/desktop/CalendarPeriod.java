package org.slipway.desktop;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
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
        return view == View.MONTH && day.getMonth() != date.getMonth();
    }

    public String title(Locale locale) {
        DateTimeFormatter day =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
        return switch (view) {
            case MONTH -> DateTimeFormatter.ofPattern("LLLL yyyy", locale).format(date);
            case DAY ->
                DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                        .withLocale(locale)
                        .format(date);
            case WEEK, TIMELINE -> day.format(from) + " – " + day.format(to().minusDays(1));
        };
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
