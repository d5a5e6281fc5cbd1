package org.slipway.portfolio;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slipway.access.Operation;
import org.slipway.access.Rights;
import org.slipway.calendar.CalendarDefinition;
import org.slipway.calendar.CalendarException;
import org.slipway.calendar.Calendars;
import org.slipway.calendar.Shift;
import org.slipway.calendar.WorkingDay;
import org.slipway.shared.Malformed;
import org.slipway.shared.Slice;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The calendars that models count by, over HTTP. They are maintained here with the models, because the calendar room
 * knows no people.
 */
@RestController
@RequestMapping("/api/calendars")
class CalendarController {

    private final Calendars calendars;
    private final Rights rights;

    CalendarController(Calendars calendars, Rights rights) {
        this.calendars = calendars;
        this.rights = rights;
    }

    @GetMapping
    Slice<CalendarRecord> list(
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        Slice<CalendarDefinition> page = calendars.list(after, limit);
        return new Slice<>(page.items().stream().map(CalendarRecord::of).toList(), page.next());
    }

    @GetMapping("/{key}")
    CalendarRecord get(@PathVariable String key) {
        return CalendarRecord.of(calendars.definition(key));
    }

    @PostMapping
    ResponseEntity<CalendarRecord> add(@Valid @RequestBody CalendarRecord wanted) {
        rights.require(Operation.MANAGE_REGISTRIES);
        CalendarDefinition definition = wanted.definition(wanted.key());
        calendars.add(definition);
        return ResponseEntity.created(URI.create("/api/calendars/" + definition.key()))
                .body(CalendarRecord.of(definition));
    }

    /** The key in the address counts; {@code If-Match} may name the revision that the caller has seen. */
    @PutMapping("/{key}")
    CalendarRecord redefine(
            @PathVariable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody CalendarRecord wanted) {
        rights.require(Operation.MANAGE_REGISTRIES);
        CalendarDefinition definition = wanted.definition(key);
        calendars.redefine(definition, ifMatch);
        return CalendarRecord.of(definition);
    }

    @DeleteMapping("/{key}")
    ResponseEntity<Void> remove(@PathVariable String key) {
        rights.require(Operation.MANAGE_REGISTRIES);
        calendars.remove(key);
        return ResponseEntity.noContent().build();
    }

    /**
     * @param zone such as {@code Europe/Madrid}
     * @param week shifts such as {@code 08:00-12:00} by day; a day that is missing is a day off
     * @param revision the entity tag; of no consequence in what is sent
     */
    record CalendarRecord(
            @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,63}")
            String key,

            @NotBlank @Size(max = 100) String name,
            @NotNull @Size(max = 64) String zone,
            boolean considerHolidays,
            @NotNull Map<DayOfWeek, List<@NotNull String>> week,
            @Size(max = 400) @Nullable List<@Valid @NotNull Period> exceptions,
            @Nullable String revision) {

        static CalendarRecord of(CalendarDefinition from) {
            Map<DayOfWeek, List<String>> week = new TreeMap<>();
            from.week().forEach((weekday, day) -> week.put(weekday, written(day)));
            return new CalendarRecord(
                    from.key(),
                    from.name(),
                    from.zone().getId(),
                    from.considerHolidays(),
                    week,
                    from.exceptions().stream()
                            .map(each -> new Period(each.firstDay(), each.lastDay(), written(each.day())))
                            .toList(),
                    from.revision());
        }

        CalendarDefinition definition(String underKey) {
            Map<DayOfWeek, WorkingDay> days = new TreeMap<>();
            week.forEach((weekday, shifts) -> days.put(weekday, day(shifts)));
            List<CalendarException> periods = exceptions == null
                    ? List.of()
                    : exceptions.stream()
                            .map(each -> new CalendarException(each.firstDay(), each.lastDay(), day(each.shifts())))
                            .toList();
            return new CalendarDefinition(underKey, name, zoneId(), considerHolidays, days, periods);
        }

        private ZoneId zoneId() {
            try {
                return ZoneId.of(zone);
            } catch (DateTimeException e) {
                throw new Malformed("zone-unknown", "zone", zone);
            }
        }
    }

    /** @param shifts none for days off */
    record Period(
            @NotNull LocalDate firstDay,
            @NotNull LocalDate lastDay,
            @NotNull List<@NotNull String> shifts) {}

    private static List<String> written(WorkingDay day) {
        return day.shifts().stream().map(Shift::toString).toList();
    }

    private static WorkingDay day(List<String> shifts) {
        return new WorkingDay(shifts.stream().map(Shift::of).toList());
    }
}
