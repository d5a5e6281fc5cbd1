package org.slipway.link;

import java.util.List;
import org.slipway.cmdb.ConfigurationItem;
import org.slipway.cmdb.ConfigurationItems;
import org.slipway.release.Release;
import org.slipway.release.ReleaseRegistered;
import org.slipway.release.Releases;
import org.slipway.shared.BusinessRuleViolated;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Links what a release names when it is registered; what cannot be linked refuses the registration. A release bundles
 * at least one change from then on: without any it is refused with {@code change-required}.
 */
@Component
class Registration {

    private static final String CHANGES = "changes";
    private static final String CONFIGURATION_ITEMS = "configurationItems";

    private final Releases releases;
    private final Changes changes;
    private final ConfigurationItems items;
    private final LinkBook book;
    private final LinkHistory history;

    Registration(Releases releases, Changes changes, ConfigurationItems items, LinkBook book, LinkHistory history) {
        this.releases = releases;
        this.changes = changes;
        this.items = items;
        this.book = book;
        this.history = history;
    }

    @EventListener
    void on(ReleaseRegistered event) {
        Release release = releases.get(event.release());
        List<Change> bundled = changes.require(event.changes(), CHANGES);
        bundled.forEach(change -> LinkRules.requireLinkable(
                change, CHANGES + "[" + event.changes().indexOf(change.number()) + "]"));
        List<ConfigurationItem> touched = items.require(event.configurationItems(), CONFIGURATION_ITEMS);
        LinkRules.requireLinkable(touched, event.configurationItems(), CONFIGURATION_ITEMS);
        if (bundled.isEmpty()) {
            throw new BusinessRuleViolated("change-required", CHANGES);
        }
        history.linked(
                event.release(),
                book.linkFirst(
                        release,
                        bundled,
                        touched.stream().map(ConfigurationItem::key).toList()));
    }
}
