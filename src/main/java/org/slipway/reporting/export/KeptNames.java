package org.slipway.reporting.export;

import java.util.List;
import java.util.Optional;
import org.slipway.access.Directory;
import org.slipway.access.Group;
import org.slipway.portfolio.ContactRegistries;
import org.slipway.portfolio.Portfolio;
import org.slipway.portfolio.Portfolios;
import org.slipway.portfolio.ReleaseModel;
import org.slipway.portfolio.ReleaseModels;
import org.slipway.shared.Unknown;
import org.springframework.stereotype.Component;

/** Asks whoever keeps it what a key in an export is called. */
@Component
class KeptNames {

    private final Directory directory;
    private final ContactRegistries contacts;
    private final ReleaseModels models;
    private final Portfolios portfolios;

    KeptNames(Directory directory, ContactRegistries contacts, ReleaseModels models, Portfolios portfolios) {
        this.directory = directory;
        this.contacts = contacts;
        this.models = models;
        this.portfolios = portfolios;
    }

    List<Group> groups() {
        return directory.groups();
    }

    /** @param what a field of a release or a filter of the search, such as {@code unit}; otherwise the key is a person's */
    Optional<String> of(String what, String key) {
        return switch (what) {
            case "contract" -> contacts.contractName(key);
            case "unit" -> contacts.unitName(key);
            case "location" -> contacts.locationName(key);
            case "model" -> models.find(key).map(ReleaseModel::name);
            case "portfolio" -> portfolio(key);
            default -> Optional.ofNullable(directory.names(List.of(key)).get(key));
        };
    }

    private Optional<String> portfolio(String key) {
        try {
            return Optional.of(portfolios.get(key)).map(Portfolio::name);
        } catch (Unknown neverWasOrIsNoMore) {
            return Optional.empty();
        }
    }
}
