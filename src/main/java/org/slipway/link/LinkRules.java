package org.slipway.link;

import java.util.List;
import org.slipway.access.CurrentUser;
import org.slipway.access.Operation;
import org.slipway.access.Rights;
import org.slipway.cmdb.ConfigurationItem;
import org.slipway.link.record.ForeignRecord;
import org.slipway.link.record.PurchaseItemStatus;
import org.slipway.release.Release;
import org.slipway.release.Releases;
import org.slipway.shared.BusinessRuleViolated;
import org.slipway.shared.WrongState;
import org.springframework.stereotype.Component;

/** Who may edit the links of a release, when, and what may be linked. */
@Component
class LinkRules {

    private final Releases releases;
    private final Rights rights;
    private final CurrentUser currentUser;

    LinkRules(Releases releases, Rights rights, CurrentUser currentUser) {
        this.releases = releases;
        this.rights = rights;
        this.currentUser = currentUser;
    }

    /**
     * Locks the release for a command on its links: at any time of its life, by its requester and by those who may edit or
     * execute it.
     */
    Release lockForEditing(String number) {
        Release release = releases.lock(number);
        if (!currentUser.id().equals(release.requester()) && !rights.mayI(Operation.EXECUTE, release.model())) {
            rights.require(Operation.EDIT, release.model());
        }
        if (release.status().isEnded()) {
            throw new WrongState("release-ended", null);
        }
        return release;
    }

    static void requireLinkable(Change change, String field) {
        if (!change.status().isLinkable()) {
            throw new BusinessRuleViolated("change-not-linkable", field, change.number(), change.status());
        }
    }

    static void requireLinkable(ForeignRecord record, String field) {
        PurchaseItemStatus status = record.itemStatus();
        if (status != null && !status.isLinkable()) {
            throw new BusinessRuleViolated("purchase-not-linkable", field, record.number(), status);
        }
    }

    static void requireLinkable(ConfigurationItem item, String field) {
        if (!item.isLinkable()) {
            throw new BusinessRuleViolated("configuration-item-not-linkable", field, item.key());
        }
    }

    static void requireLinkable(List<ConfigurationItem> items, List<String> named, String field) {
        items.forEach(item -> requireLinkable(item, field + "[" + named.indexOf(item.key()) + "]"));
    }
}
