package org.slipway.portfolio;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the keys of contracts, units, locations, models and portfolios are called, whatever has become of them. */
@Service
@Transactional(readOnly = true)
public class RegistryNames {

    private final ContractRepository contracts;
    private final UnitRepository units;
    private final LocationRepository locations;
    private final ReleaseModelRepository models;
    private final PortfolioRepository portfolios;

    RegistryNames(
            ContractRepository contracts,
            UnitRepository units,
            LocationRepository locations,
            ReleaseModelRepository models,
            PortfolioRepository portfolios) {
        this.contracts = contracts;
        this.units = units;
        this.locations = locations;
        this.models = models;
        this.portfolios = portfolios;
    }

    /**
     * One statement.
     *
     * @param registry {@code contract}, {@code unit}, {@code location}, {@code model} or {@code portfolio}; no other has names
     */
    public Optional<String> of(String registry, String key) {
        return switch (registry) {
            case "contract" -> contracts.findById(key).map(Contract::name);
            case "unit" -> units.findById(key).map(Unit::name);
            case "location" -> locations.findById(key).map(Location::name);
            case "model" -> models.findById(key).map(ReleaseModel::name);
            case "portfolio" -> portfolios.findById(key).map(Portfolio::name);
            default -> Optional.empty();
        };
    }
}
