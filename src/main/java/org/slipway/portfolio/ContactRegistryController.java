package org.slipway.portfolio;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.Slice;
import org.springframework.data.domain.Limit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Contracts, units and locations over HTTP, for the fields of a registration. */
@RestController
class ContactRegistryController {

    private final ContractRepository contracts;
    private final UnitRepository units;
    private final LocationRepository locations;

    ContactRegistryController(ContractRepository contracts, UnitRepository units, LocationRepository locations) {
        this.contracts = contracts;
        this.units = units;
        this.locations = locations;
    }

    @GetMapping("/api/contracts")
    Slice<ContractRecord> contracts(
            @RequestParam(required = false) @Nullable Boolean active,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        List<Contract> found = contracts.findByActiveInAndKeyGreaterThanOrderByKey(
                active == null ? List.of(true, false) : List.of(active), after, Limit.of(limit + 1));
        return Slice.of(
                found.stream()
                        .map(from -> new ContractRecord(from.key(), from.name(), from.isActive()))
                        .toList(),
                limit,
                ContractRecord::key);
    }

    @GetMapping("/api/units")
    Slice<UnitRecord> units(
            @RequestParam(required = false) @Nullable String contract,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return Slice.of(
                units.page(contract, after, Limit.of(limit + 1)).stream()
                        .map(from -> new UnitRecord(from.key(), from.name(), from.contract()))
                        .toList(),
                limit,
                UnitRecord::key);
    }

    @GetMapping("/api/locations")
    Slice<LocationRecord> locations(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return Slice.of(
                locations.page(unit, after, Limit.of(limit + 1)).stream()
                        .map(from -> new LocationRecord(from.key(), from.name(), from.unit()))
                        .toList(),
                limit,
                LocationRecord::key);
    }

    record ContractRecord(String key, String name, boolean active) {}

    record UnitRecord(String key, String name, @Nullable String contract) {}

    record LocationRecord(String key, String name, @Nullable String unit) {}
}
