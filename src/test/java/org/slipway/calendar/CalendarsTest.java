package org.slipway.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.EntityManager;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slipway.shared.Unknown;
import org.slipway.shared.WrongState;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.RoomTest;
import org.springframework.context.annotation.Import;

@RoomTest
@OnBothDatabases
@Import({Calendars.class, Holidays.class})
class CalendarsTest {

    private final Calendars calendars;
    private final Holidays holidays;
    private final EntityManager entities;

    CalendarsTest(Calendars calendars, Holidays holidays, EntityManager entities) {
        this.calendars = calendars;
        this.holidays = holidays;
        this.entities = entities;
    }

    @Test
    void knowsAroundTheClockAndBusinessHours() {
        Instant friday = Instant.parse("2026-12-04T17:30:00Z");
        Instant monday = Instant.parse("2026-12-07T08:30:00Z");

        assertThat(calendars.get("around-the-clock").minutesBetween(friday, monday))
                .isEqualTo(63 * 60);
        assertThat(calendars.get("business-hours").minutesBetween(friday, monday))
                .isEqualTo(60);
    }

    @Test
    void refusesACalendarThatIsUnknown() {
        assertThatExceptionOfType(Unknown.class)
                .isThrownBy(() -> calendars.get("moonlight"))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("calendar-unknown"));
    }

    @Test
    void keepsWhatACalendarSays() {
        calendars.add(mondays("mondays", false, "09:00-12:00,14:00-24:00"));
        entities.clear();

        assertThat(calendars.definition("mondays")).isEqualTo(mondays("mondays", false, "09:00-12:00,14:00-24:00"));
    }

    @Test
    void redefinesACalendar() {
        calendars.add(mondays("mondays", false, "09:00-12:00"));

        calendars.redefine(mondays("mondays", false, "10:00-11:00"), null);
        entities.clear();

        assertThat(calendars
                        .get("mondays")
                        .minutesBetween(Instant.parse("2026-12-07T00:00:00Z"), Instant.parse("2026-12-08T00:00:00Z")))
                .isEqualTo(60);
    }

    @Test
    void restsOnHolidaysOnlyWhereTheyAreConsidered() {
        holidays.declare(LocalDate.parse("2026-12-07"), "Eve of the Immaculate Conception", null);
        calendars.add(mondays("resting", true, "09:00-10:00"));
        calendars.add(mondays("working", false, "09:00-10:00"));
        Instant from = Instant.parse("2026-12-07T00:00:00Z");
        Instant to = Instant.parse("2026-12-08T00:00:00Z");

        assertThat(calendars.get("resting").minutesBetween(from, to)).isZero();
        assertThat(calendars.get("working").minutesBetween(from, to)).isEqualTo(60);
    }

    @Test
    void refusesASecondCalendarWithTheSameKey() {
        assertThatExceptionOfType(WrongState.class)
                .isThrownBy(() -> calendars.add(mondays("business-hours", false, "09:00-12:00")))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("calendar-exists"));
    }

    @Test
    void refusesToRemoveACalendarThatAModelCountsBy() {
        assertThatExceptionOfType(WrongState.class)
                .isThrownBy(() -> calendars.remove("around-the-clock"))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("calendar-in-use"));
    }

    @Test
    void removesACalendarThatNothingCountsBy() {
        calendars.remove("business-hours");

        assertThat(calendars.exists("business-hours")).isFalse();
    }

    private static CalendarDefinition mondays(String key, boolean considerHolidays, String shifts) {
        return new CalendarDefinition(
                key,
                "Mondays",
                ZoneId.of("UTC"),
                considerHolidays,
                Map.of(DayOfWeek.MONDAY, WorkingDay.of(shifts)),
                List.of(new CalendarException(
                        LocalDate.parse("2027-01-01"), LocalDate.parse("2027-01-03"), WorkingDay.of("20:00-21:00"))));
    }
}
