package org.slipway.portfolio;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slipway.access.Operation;
import org.slipway.access.Rights;
import org.slipway.shared.WrongState;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes contracts, units and locations; needs {@link Operation#MANAGE_REGISTRIES}. */
@Service
@Transactional
class ContactEditing {

    private final ContactRegistries registries;
    private final ContractRepository contracts;
    private final UnitRepository units;
    private final LocationRepository locations;
    private final ReleaseModelRepository models;
    private final Rights rights;

    ContactEditing(
            ContactRegistries registries,
            ContractRepository contracts,
            UnitRepository units,
            LocationRepository locations,
            ReleaseModelRepository models,
            Rights rights) {
        this.registries = registries;
        this.contracts = contracts;
        this.units = units;
        this.locations = locations;
        this.models = models;
        this.rights = rights;
    }

    /** Refuses with {@code contract-exists} a key that another one has. */
    Contract addContract(String key, String name) {
        requireNew("contract-exists", key, contracts::existsById);
        return contracts.saveAndFlush(new Contract(key, name));
    }

    /**
     * Refuses with {@code contract-in-use} to take one out of use that registrations with an active model begin with.
     *
     * @param seen the revision that the caller has seen, or none; {@code concurrent-change} when it is another by now
     */
    Contract changeContract(String key, String name, boolean active, @Nullable String seen) {
        Contract contract = toChange(registries.contract(key), seen);
        if (!active && models.existsByDefinitionDefaultContractAndStatus(key, ReleaseModel.Status.ACTIVE)) {
            throw new WrongState("contract-in-use", "active", contract.name());
        }
        contract.become(name, active);
        return contracts.saveAndFlush(contract);
    }

    /** Refuses with {@code unit-exists}, and with {@code contract-unknown} and {@code contract-not-active}. */
    Unit addUnit(String key, String name, @Nullable String contract) {
        requireNew("unit-exists", key, units::existsById);
        registries.requireContract(contract);
        return units.saveAndFlush(new Unit(key, name, contract));
    }

    /** As {@link #addUnit} and {@link #changeContract}; the contract that it has already may be out of use. */
    Unit changeUnit(String key, String name, @Nullable String contract, boolean active, @Nullable String seen) {
        Unit unit = toChange(registries.unit(key), seen);
        if (contract != null && !contract.equals(unit.contract())) {
            registries.requireContract(contract);
        }
        unit.become(name, contract, active);
        return units.saveAndFlush(unit);
    }

    /** Refuses with {@code location-exists}, and with {@code unit-unknown} and {@code unit-not-active}. */
    Location addLocation(String key, String name, @Nullable String unit) {
        requireNew("location-exists", key, locations::existsById);
        registries.requireUnit("unit", unit);
        return locations.saveAndFlush(new Location(key, name, unit));
    }

    /** As {@link #addLocation} and {@link #changeContract}; the unit that it has already may be out of use. */
    Location changeLocation(String key, String name, @Nullable String unit, boolean active, @Nullable String seen) {
        Location location = toChange(registries.location(key), seen);
        if (unit != null && !unit.equals(location.unit())) {
            registries.requireUnit("unit", unit);
        }
        location.become(name, unit, active);
        return locations.saveAndFlush(location);
    }

    private void requireNew(String code, String key, Predicate<String> exists) {
        rights.require(Operation.MANAGE_REGISTRIES);
        if (exists.test(key)) {
            throw new WrongState(code, "key", key);
        }
    }

    private <T extends Choosable> T toChange(T found, @Nullable String seen) {
        rights.require(Operation.MANAGE_REGISTRIES);
        EntityTag.require(found.revision(), seen);
        return found;
    }
}
