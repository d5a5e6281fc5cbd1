package org.slipway.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.slipway.desktop.CalendarPeriod.View;
import org.slipway.desktop.WindowGrid.Bar;
import org.slipway.desktop.WindowGrid.Kind;
import org.slipway.desktop.WindowGrid.Row;
import org.slipway.release.Level;
import org.slipway.release.Phase;
import org.slipway.release.ReleaseStatus;
import org.slipway.release.Window;
import org.slipway.reporting.FoundRelease;
import org.slipway.reporting.ReleaseSituation;

class WindowGridTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

    private final WindowGrid grid =
            new WindowGrid(ZoneId.of("America/Sao_Paulo"), MONDAY.plusDays(4), List.of(Kind.DEPLOYMENT));

    @Test
    void placesAWindowOnTheDaysOfTheReadersTimeZone() {
        // 23:00 on Tuesday to midnight after Thursday in São Paulo.
        Row week = week(release("2026-11-18T02:00:00Z", "2026-11-20T03:00:00Z"), 3);

        assertThat(week.bars()).singleElement().satisfies(bar -> {
            assertThat(bar.at()).isEqualTo(2);
            assertThat(bar.days()).isEqualTo(3);
            assertThat(bar.begins()).isTrue();
            assertThat(bar.ends()).isTrue();
        });
        assertThat(week.days())
                .filteredOn(WindowGrid.Day::today)
                .singleElement()
                .satisfies(day -> assertThat(day.date()).isEqualTo("2026-11-20"));
    }

    @Test
    void goesOnInTheNextRow() {
        List<Row> rows = grid.rows(MONDAY, 2, 7, 3, List.of(release("2026-11-21T12:00:00Z", "2026-11-24T12:00:00Z")));

        assertThat(rows.get(0).bars())
                .extracting(Bar::at, Bar::days, Bar::begins, Bar::ends)
                .containsExactly(tuple(6, 2, true, false));
        assertThat(rows.get(1).bars())
                .extracting(Bar::at, Bar::days, Bar::begins, Bar::ends)
                .containsExactly(tuple(1, 2, false, true));
    }

    @Test
    void countsWhatHasNoPlaceOnADay() {
        List<FoundRelease> many = new ArrayList<>();
        for (int each = 0; each < 5; each++) {
            many.add(release("2026-11-17T12:00:00Z", "2026-11-18T12:00:00Z"));
        }
        many.add(release("2026-11-19T12:00:00Z", "2026-11-19T13:00:00Z"));

        Row week = grid.rows(MONDAY, 1, 7, 3, many).get(0);

        assertThat(week.bars()).hasSize(4);
        assertThat(week.days()).extracting(WindowGrid.Day::hidden).containsExactly(0, 2, 2, 0, 0, 0, 0);
    }

    @Test
    void beginsAMonthWithTheWeekOfItsFirstDay() {
        CalendarPeriod november =
                CalendarPeriod.of(View.MONTH, LocalDate.of(2026, 11, 20), Locale.forLanguageTag("es-ES"));

        assertThat(november.from()).isEqualTo("2026-10-26");
        assertThat(november.to()).isEqualTo("2026-12-07");
        assertThat(november.next()).isEqualTo("2026-12-01");
        assertThat(november.outside(november.from())).isTrue();
    }

    @Test
    void opensLateInAMonthOnTheThreeWeeksThatFollow() {
        Locale spanish = Locale.forLanguageTag("es-ES");
        CalendarPeriod late = CalendarPeriod.opened(View.MONTH, LocalDate.of(2026, 12, 29), spanish);

        assertThat(late.from()).isEqualTo("2026-12-14");
        assertThat(late.to()).isEqualTo("2027-01-25");
        assertThat(late.title(spanish)).isEqualTo("diciembre 2026 – enero 2027");
        assertThat(late.outside(LocalDate.of(2027, 1, 4))).isFalse();
        assertThat(late.next()).isEqualTo("2027-01-01");
        assertThat(CalendarPeriod.opened(View.MONTH, LocalDate.of(2026, 12, 6), spanish))
                .isEqualTo(CalendarPeriod.of(View.MONTH, LocalDate.of(2026, 12, 6), spanish));
    }

    private Row week(FoundRelease release, int most) {
        return grid.rows(MONDAY, 1, 7, most, List.of(release)).get(0);
    }

    private static FoundRelease release(String start, String end) {
        Window deployment = new Window(Instant.parse(start), Instant.parse(end));
        return new FoundRelease(
                "REL-000001",
                "Payments 4.2",
                null,
                ReleaseStatus.REGISTERED,
                null,
                ReleaseSituation.IN_PROGRESS,
                false,
                Phase.PLANNING,
                1,
                0,
                3,
                Level.LOW,
                Level.LOW,
                Level.LOW,
                "NORMAL",
                "standard",
                "default",
                "requester",
                "requester",
                "requester",
                null,
                "operations",
                "approvers",
                "R. Quester",
                null,
                deployment,
                deployment,
                deployment.start(),
                null,
                null,
                deployment.end(),
                null,
                0,
                0,
                null,
                null,
                null,
                List.of(),
                List.of());
    }
}
