package org.slipway.calendar;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.Journaled;

/** When people work: a week of shifts in a time zone, exceptions to it, and whether holidays are days off. */
@Entity
@Journaled
@Table(name = "calendar")
class WorkingCalendar {

    @Id
    @Column(name = "calendar_key")
    private String key;

    @Version
    private @Nullable Long version;

    private String name;

    private String zone;

    private boolean considerHolidays;

    @ElementCollection
    @CollectionTable(name = "calendar_weekday", joinColumns = @JoinColumn(name = "calendar_key"))
    @MapKeyColumn(name = "weekday")
    @MapKeyEnumerated(EnumType.STRING)
    @Column(name = "shifts")
    @Convert(attributeName = "value", converter = WorkingDayConverter.class)
    private Map<DayOfWeek, WorkingDay> week = new EnumMap<>(DayOfWeek.class);

    @ElementCollection
    @CollectionTable(name = "calendar_exception", joinColumns = @JoinColumn(name = "calendar_key"))
    private Set<CalendarException> exceptions = new HashSet<>();

    protected WorkingCalendar() {}

    WorkingCalendar(CalendarDefinition definition) {
        this.key = definition.key();
        this.name = definition.name();
        this.zone = definition.zone().getId();
        define(definition);
    }

    void define(CalendarDefinition definition) {
        this.name = definition.name();
        this.zone = definition.zone().getId();
        this.considerHolidays = definition.considerHolidays();
        this.week.clear();
        this.week.putAll(definition.week());
        this.exceptions.clear();
        this.exceptions.addAll(definition.exceptions());
    }

    boolean considersHolidays() {
        return considerHolidays;
    }

    CalendarDefinition definition() {
        List<CalendarException> inOrder = exceptions.stream()
                .sorted(Comparator.comparing(CalendarException::firstDay))
                .toList();
        return new CalendarDefinition(key, name, ZoneId.of(zone), considerHolidays, week, inOrder);
    }

    WorkingTime workingTime(Collection<LocalDate> holidays) {
        return new WorkingTime(ZoneId.of(zone), week, exceptions, holidays);
    }
}
