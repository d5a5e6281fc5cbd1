package org.slipway.portfolio;

import org.jspecify.annotations.Nullable;
import org.slipway.shared.BusinessRuleViolated;
import org.slipway.shared.Malformed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The contracts, units and locations that a registration may name. Naming none is always allowed. */
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
        if (key == null) {
            return;
        }
        Contract contract = contracts.findById(key).orElseThrow(() -> new Malformed("contract-unknown", field, key));
        if (!contract.isActive()) {
            throw new BusinessRuleViolated("contract-not-active", field, contract.name());
        }
    }

    /** @throws Malformed {@code unit-unknown}, field {@code contact.unit} */
    public void requireUnit(@Nullable String key) {
        if (key != null && !units.existsById(key)) {
            throw new Malformed("unit-unknown", "contact.unit", key);
        }
    }

    /** @throws Malformed {@code location-unknown}, field {@code contact.location} */
    public void requireLocation(@Nullable String key) {
        if (key != null && !locations.existsById(key)) {
            throw new Malformed("location-unknown", "contact.location", key);
        }
    }
}
