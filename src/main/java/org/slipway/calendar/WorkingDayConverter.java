package org.slipway.calendar;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps the shifts of a day as people write them. */
@Converter
class WorkingDayConverter implements AttributeConverter<WorkingDay, String> {

    @Override
    public String convertToDatabaseColumn(WorkingDay day) {
        return day.toString();
    }

    @Override
    public WorkingDay convertToEntityAttribute(String written) {
        return WorkingDay.of(written);
    }
}
