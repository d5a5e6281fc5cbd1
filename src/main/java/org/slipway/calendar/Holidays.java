package org.slipway.calendar;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.Slice;
import org.slipway.shared.Unknown;
import org.slipway.shared.WrongState;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The registered holidays. Who may change them is asked by who calls: this room knows no people. */
@Service
public class Holidays {

    private final HolidayRepository holidays;
    private final Calendars calendars;

    Holidays(HolidayRepository holidays, Calendars calendars) {
        this.holidays = holidays;
        this.calendars = calendars;
    }

    /** Holidays in order, from the first one after a day. */
    @Transactional(readOnly = true)
    public Slice<Holiday> list(LocalDate after, int limit) {
        List<Holiday> found = holidays.findByDateGreaterThanOrderByDate(after, Limit.of(limit + 1));
        return Slice.of(found, limit, holiday -> holiday.date().toString());
    }

    /** Refuses with {@code holiday-unknown} a day that is none. */
    @Transactional(readOnly = true)
    public Holiday get(LocalDate date) {
        return holidays.findById(date).orElseThrow(() -> new Unknown("holiday-unknown", null, date));
    }

    /**
     * Names the day anew when it is a holiday already.
     *
     * @param seen the revision that the caller has seen, or none; {@code concurrent-change} when it is another by now, or the
     *             day is no holiday any more
     */
    @Transactional
    public Holiday declare(LocalDate date, String name, @Nullable String seen) {
        WrongState.requireSeen(holidays.findById(date).map(Holiday::revision).orElse(""), seen);
        calendars.forget();
        return holidays.save(new Holiday(date, name));
    }

    /** Refuses with {@code holiday-unknown} a day that is none. */
    @Transactional
    public void remove(LocalDate date) {
        calendars.forget();
        holidays.delete(get(date));
    }
}
