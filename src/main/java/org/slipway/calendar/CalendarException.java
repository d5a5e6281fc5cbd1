package org.slipway.calendar;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.slipway.shared.Malformed;

/**
 * A period in which another day holds than the week says: days off, or working days with shifts of their own.
 *
 * @param firstDay the first day of the period
 * @param lastDay  the last day of the period, not before the first
 * @param day      what each day of the period is like
 */
@Embeddable
public record CalendarException(
        LocalDate firstDay,
        LocalDate lastDay,

        @Column(name = "shifts") @Convert(converter = WorkingDayConverter.class)
        WorkingDay day) {

    public CalendarException {
        if (lastDay.isBefore(firstDay)) {
            throw new Malformed("period-reversed", "exceptions", firstDay, lastDay);
        }
    }

    boolean covers(LocalDate date) {
        return !date.isBefore(firstDay) && !date.isAfter(lastDay);
    }
}
