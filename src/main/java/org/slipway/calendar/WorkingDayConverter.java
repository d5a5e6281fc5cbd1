package org.slipway.calendar;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Keeps the shifts of a day as people write them. */
@Converter
class WorkingDayConverter implements AttributeConverter<WorkingDay, String> {

    @Override
    public String convertToDatabaseColumn(WorkingDay day) {
        return day.toString();
    }

    /** None where a calendar without exceptions is joined with them. */
    @Override
    public @Nullable WorkingDay convertToEntityAttribute(@Nullable String written) {
        return written == null ? null : WorkingDay.of(written);
    }
}
