package org.slipway.desktop;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slipway.release.Window;
import org.slipway.reporting.FoundRelease;

/** Lays windows out over days, in rows of equally many days. A window that goes on in the next row is a bar in both. */
final class WindowGrid {

    /** Which of a release's two windows. */
    public enum Kind {
        PLANNING,
        DEPLOYMENT
    }

    /**
     * The part of a window that lies in one row.
     *
     * @param at     its first day in the row, from 1 on
     * @param days   how many days of the row it takes
     * @param begins whether the window begins here, not in a row before
     */
    public record Bar(FoundRelease release, Kind kind, Window window, int at, int days, boolean begins, boolean ends) {}

    /** @param hidden how many bars have no place on this day */
    public record Day(LocalDate date, boolean today, boolean weekend, int hidden) {}

    /** @param release in a timeline, where each has its own row */
    public record Row(
            List<Day> days, List<Bar> bars, @Nullable FoundRelease release) {}

    /** Where not all have a place, deployments have it before plannings, and long ones before short ones. */
    private static final Comparator<Bar> ORDER = Comparator.comparingInt(Bar::at)
            .thenComparing(Bar::kind, Comparator.reverseOrder())
            .thenComparing(Comparator.comparingInt(Bar::days).reversed())
            .thenComparing(bar -> bar.window().start())
            .thenComparing(bar -> bar.release().number());

    private final ZoneId zone;
    private final LocalDate today;
    private final List<Kind> kinds;

    WindowGrid(ZoneId zone, LocalDate today, List<Kind> kinds) {
        this.zone = zone;
        this.today = today;
        this.kinds = kinds;
    }

    /** @param most how many bars one day may show above one another */
    List<Row> rows(LocalDate from, int rows, int length, int most, List<FoundRelease> releases) {
        List<Row> built = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            built.add(row(from.plusDays((long) row * length), length, most, releases, null));
        }
        return built;
    }

    /** One row for each release that has a bar in it. */
    List<Row> timeline(LocalDate from, int length, List<FoundRelease> releases) {
        return releases.stream()
                .map(release -> row(from, length, Kind.values().length, List.of(release), release))
                .filter(row -> !row.bars().isEmpty())
                .toList();
    }

    List<Day> days(LocalDate from, int length) {
        return days(from, new int[length]);
    }

    private Row row(LocalDate from, int length, int most, List<FoundRelease> releases, @Nullable FoundRelease of) {
        List<Bar> all = new ArrayList<>();
        for (FoundRelease release : releases) {
            for (Kind kind : kinds) {
                add(all, release, kind, from, length);
            }
        }
        all.sort(ORDER);
        List<Bar> shown = new ArrayList<>();
        List<Integer> freeFrom = new ArrayList<>();
        int[] hidden = new int[length];
        for (Bar bar : all) {
            if (findsPlace(bar, freeFrom, most)) {
                shown.add(bar);
            } else {
                for (int day = bar.at() - 1; day < bar.at() - 1 + bar.days(); day++) {
                    hidden[day]++;
                }
            }
        }
        return new Row(days(from, hidden), shown, of);
    }

    /** @param freeFrom for each line of the row, the day from which it is free */
    private static boolean findsPlace(Bar bar, List<Integer> freeFrom, int most) {
        int after = bar.at() + bar.days();
        for (int line = 0; line < freeFrom.size(); line++) {
            if (freeFrom.get(line) <= bar.at()) {
                freeFrom.set(line, after);
                return true;
            }
        }
        return freeFrom.size() < most && freeFrom.add(after);
    }

    private void add(List<Bar> bars, FoundRelease release, Kind kind, LocalDate from, int length) {
        Window window = kind == Kind.PLANNING ? release.planning() : release.deployment();
        long first = ChronoUnit.DAYS.between(from, day(window.start()));
        // A window that ends at midnight does not take the day that begins then.
        Instant lastMoment = window.end().isAfter(window.start()) ? window.end().minusNanos(1) : window.end();
        long last = ChronoUnit.DAYS.between(from, day(lastMoment));
        if (last < 0 || first >= length) {
            return;
        }
        int at = (int) Math.max(first, 0);
        int days = (int) Math.min(last, length - 1L) - at + 1;
        bars.add(new Bar(release, kind, window, at + 1, days, first >= 0, last < length));
    }

    private List<Day> days(LocalDate from, int[] hidden) {
        List<Day> days = new ArrayList<>();
        for (int day = 0; day < hidden.length; day++) {
            LocalDate date = from.plusDays(day);
            days.add(new Day(date, date.equals(today), date.getDayOfWeek().getValue() > 5, hidden[day]));
        }
        return days;
    }

    private LocalDate day(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }
}
