package org.slipway.calendar;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slipway.shared.BusinessRuleViolated;
import org.slipway.shared.Digest;

/**
 * What a calendar says.
 *
 * @param week             days that are missing are days off; at least one is not
 * @param considerHolidays whether the registered holidays are days off
 * @param exceptions       periods that differ from the week, none into another
 */
public record CalendarDefinition(
        String key,
        String name,
        ZoneId zone,
        boolean considerHolidays,
        Map<DayOfWeek, WorkingDay> week,
        List<CalendarException> exceptions) {

    /** @throws BusinessRuleViolated {@code calendar-without-working-time}, {@code calendar-exceptions-overlap} */
    public CalendarDefinition {
        week = new TreeMap<>(week);
        exceptions = List.copyOf(exceptions);
        new WorkingTime(zone, week, exceptions, List.of());
    }

    /** What it says, as an entity tag. */
    public String revision() {
        return Digest.revision(name, zone, considerHolidays, week, exceptions);
    }
}
