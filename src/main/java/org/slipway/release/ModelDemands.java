package org.slipway.release;

import org.jspecify.annotations.Nullable;
import org.slipway.portfolio.MandatoryItem;
import org.slipway.portfolio.ReleaseModels;
import org.slipway.shared.BusinessRuleViolated;
import org.springframework.stereotype.Component;

/**
 * Holds a release, after its registration, to what its model demands (src/docs/domain.md, Portfolio): what it has of that
 * is changed, but not emptied. What it never had it may go on without. Refuses {@code mandatory-for-model}, and asks for the
 * model only when something is emptied.
 */
@Component
public class ModelDemands {

    private final ReleaseModels models;

    ModelDemands(ReleaseModels models) {
        this.models = models;
    }

    /** Every step of the back-out plan is about to go. */
    public void letGoBackoutPlan(Release release) {
        requireNot(MandatoryItem.BACKOUT_PLAN, release);
    }

    /** Every configuration item is about to go. */
    public void letGoConfigurationItems(Release release) {
        requireNot(MandatoryItem.CONFIGURATION_ITEMS, release);
    }

    /** The record is about to say these in place of its own. */
    void requireKept(Release release, @Nullable String version, Contact contact) {
        Contact old = release.contact();
        requireKept(MandatoryItem.VERSION, release, release.subject().version(), version);
        requireKept(MandatoryItem.CONTACT_PHONE, release, old.phone(), contact.phone());
        requireKept(MandatoryItem.CONTACT_UNIT, release, old.unit(), contact.unit());
    }

    private void requireKept(MandatoryItem item, Release release, @Nullable String before, @Nullable String after) {
        if (isSaid(before) && !isSaid(after)) {
            requireNot(item, release);
        }
    }

    private void requireNot(MandatoryItem item, Release release) {
        models.find(release.model())
                .filter(model -> model.mandatory().contains(item))
                .ifPresent(model -> {
                    throw new BusinessRuleViolated("mandatory-for-model", item.field(), model.name());
                });
    }

    static boolean isSaid(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
