package org.slipway.calendar;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.Slice;
import org.slipway.shared.Unknown;
import org.slipway.shared.WrongState;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The calendars that there are. Who may change them is asked by who calls: this room knows no people. */
@Service
public class Calendars {

    private final WorkingCalendarRepository calendars;
    private final HolidayRepository holidays;
    private final KnownTimes known;

    Calendars(WorkingCalendarRepository calendars, HolidayRepository holidays, Clock clock) {
        this.calendars = calendars;
        this.holidays = holidays;
        this.known = new KnownTimes(clock);
    }

    /**
     * The working time of a calendar; what another node has changed counts five seconds later at the latest. Refuses with
     * {@code calendar-unknown} a key that no calendar has.
     */
    @Transactional(readOnly = true)
    public WorkingTime get(String key) {
        return known.get(key, () -> defined(key));
    }

    private WorkingTime defined(String key) {
        WorkingCalendar calendar = calendar(key);
        return calendar.workingTime(calendar.considersHolidays() ? holidays.dates() : List.of());
    }

    @Transactional(readOnly = true)
    public boolean exists(String key) {
        return calendars.existsById(key);
    }

    /** Refuses with {@code calendar-unknown} a key that no calendar has. */
    @Transactional(readOnly = true)
    public CalendarDefinition definition(String key) {
        return calendar(key).definition();
    }

    /** Calendars by key, from the first one after a key. */
    @Transactional(readOnly = true)
    public Slice<CalendarDefinition> list(String after, int limit) {
        List<CalendarDefinition> found = calendars.findByKeyGreaterThanOrderByKey(after, Limit.of(limit + 1)).stream()
                .map(WorkingCalendar::definition)
                .toList();
        return Slice.of(found, limit, CalendarDefinition::key);
    }

    /** Refuses with {@code calendar-exists} a key that another calendar has. */
    @Transactional
    public void add(CalendarDefinition definition) {
        known.forget();
        if (calendars.existsById(definition.key())) {
            throw exists(definition);
        }
        try {
            calendars.saveAndFlush(new WorkingCalendar(definition));
        } catch (DataIntegrityViolationException someoneWasQuicker) {
            throw exists(definition);
        }
    }

    /**
     * What is counted from now on is counted by the new definition; deadlines already set stay.
     *
     * @param seen the revision that the caller has seen, or none; {@code concurrent-change} when it is another by now
     */
    @Transactional
    public void redefine(CalendarDefinition definition, @Nullable String seen) {
        WorkingCalendar calendar = calendar(definition.key());
        WrongState.requireSeen(calendar.definition().revision(), seen);
        calendar.define(definition);
        calendars.saveAndFlush(calendar);
        known.forget();
    }

    /** Refuses with {@code calendar-in-use} a calendar that something counts by. */
    @Transactional
    public void remove(String key) {
        try {
            calendars.delete(calendar(key));
            calendars.flush();
            known.forget();
        } catch (DataIntegrityViolationException inUse) {
            throw new WrongState("calendar-in-use", null, key);
        }
    }

    /** The holidays have changed. */
    void forget() {
        known.forget();
    }

    private WorkingCalendar calendar(String key) {
        return calendars.findById(key).orElseThrow(() -> new Unknown("calendar-unknown", null, key));
    }

    private static WrongState exists(CalendarDefinition definition) {
        return new WrongState("calendar-exists", "key", definition.key());
    }
}
