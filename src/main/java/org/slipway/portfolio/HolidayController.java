package org.slipway.portfolio;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.slipway.access.Operation;
import org.slipway.access.Rights;
import org.slipway.calendar.Holiday;
import org.slipway.calendar.Holidays;
import org.slipway.shared.Slice;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The holidays that calendars may consider, over HTTP. */
@RestController
@RequestMapping("/api/holidays")
class HolidayController {

    private final Holidays holidays;
    private final Rights rights;

    HolidayController(Holidays holidays, Rights rights) {
        this.holidays = holidays;
        this.rights = rights;
    }

    @GetMapping
    Slice<HolidayRecord> list(
            @RequestParam(defaultValue = "1900-01-01") LocalDate after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(400) int limit) {
        Slice<Holiday> page = holidays.list(after, limit);
        return new Slice<>(page.items().stream().map(HolidayRecord::of).toList(), page.next());
    }

    @GetMapping("/{date}")
    HolidayRecord get(@PathVariable LocalDate date) {
        return HolidayRecord.of(holidays.get(date));
    }

    /** Names the day anew when it is one already; {@code If-Match} may name the revision that the caller has seen. */
    @PostMapping
    ResponseEntity<HolidayRecord> declare(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody HolidayRecord wanted) {
        rights.require(Operation.MANAGE_REGISTRIES);
        Holiday holiday = holidays.declare(wanted.date(), wanted.name(), ifMatch);
        return ResponseEntity.created(URI.create("/api/holidays/" + holiday.date()))
                .body(HolidayRecord.of(holiday));
    }

    @DeleteMapping("/{date}")
    ResponseEntity<Void> remove(@PathVariable LocalDate date) {
        rights.require(Operation.MANAGE_REGISTRIES);
        holidays.remove(date);
        return ResponseEntity.noContent().build();
    }

    /** @param revision the entity tag; of no consequence in what is sent */
    record HolidayRecord(
            @NotNull LocalDate date,
            @NotBlank @Size(max = 100) String name,
            @Nullable String revision) {

        static HolidayRecord of(Holiday from) {
            return new HolidayRecord(from.date(), from.name(), from.revision());
        }
    }
}
