package org.slipway.portfolio;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.BusinessRuleViolated;
import org.slipway.shared.Malformed;
import org.slipway.shared.Slice;
import org.slipway.shared.Unknown;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The contracts, units and locations that a registration may name; {@link ContactEditing} changes them. Naming none is always
 * allowed.
 */
@Service
@Transactional(readOnly = true)
public class ContactRegistries {

    private final ContractRepository contracts;
    private final UnitRepository units;
    private final LocationRepository locations;

    ContactRegistries(ContractRepository contracts, UnitRepository units, LocationRepository locations) {
        this.contracts = contracts;
        this.units = units;
        this.locations = locations;
    }

    /**
     * @throws Malformed            {@code contract-unknown}
     * @throws BusinessRuleViolated {@code contract-not-active}
     */
    public void requireContract(@Nullable String key) {
        requireContract("contract", key);
    }

    void requireContract(String field, @Nullable String key) {
        require("contract", field, key, contracts::findById);
    }

    /**
     * @throws Malformed            {@code unit-unknown}, field {@code contact.unit}
     * @throws BusinessRuleViolated {@code unit-not-active}
     */
    public void requireUnit(@Nullable String key) {
        requireUnit("contact.unit", key);
    }

    /**
     * @throws Malformed            {@code location-unknown}, field {@code contact.location}
     * @throws BusinessRuleViolated {@code location-not-active}
     */
    public void requireLocation(@Nullable String key) {
        require("location", "contact.location", key, locations::findById);
    }

    /** @param field what refusals name */
    void requireUnit(String field, @Nullable String key) {
        require("unit", field, key, units::findById);
    }

    private static void require(
            String kind,
            String field,
            @Nullable String key,
            Function<String, ? extends Optional<? extends Choosable>> find) {
        if (key == null) {
            return;
        }
        Choosable found = find.apply(key).orElse(null);
        if (found == null) {
            throw new Malformed(kind + "-unknown", field, key);
        }
        if (!found.isActive()) {
            throw new BusinessRuleViolated(kind + "-not-active", field, found.name());
        }
    }

    Slice<Contract> contracts(@Nullable Boolean active, String text, String after, int limit) {
        return Slice.of(contracts.page(active, asCompared(text), after, Limit.of(limit + 1)), limit, Contract::key);
    }

    Contract contract(String key) {
        return contracts.findById(key).orElseThrow(() -> new Unknown("contract-unknown", null, key));
    }

    Slice<Unit> units(
            @Nullable Boolean active,
            @Nullable String contract,
            @Nullable String forContract,
            String text,
            String after,
            int limit) {
        return Slice.of(
                units.page(active, contract, forContract, asCompared(text), after, Limit.of(limit + 1)),
                limit,
                Unit::key);
    }

    Unit unit(String key) {
        return units.findById(key).orElseThrow(() -> new Unknown("unit-unknown", null, key));
    }

    Slice<Location> locations(
            @Nullable Boolean active,
            @Nullable String unit,
            @Nullable String forUnit,
            String text,
            String after,
            int limit) {
        return Slice.of(
                locations.page(active, unit, forUnit, asCompared(text), after, Limit.of(limit + 1)),
                limit,
                Location::key);
    }

    Location location(String key) {
        return locations.findById(key).orElseThrow(() -> new Unknown("location-unknown", null, key));
    }

    private static String asCompared(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
