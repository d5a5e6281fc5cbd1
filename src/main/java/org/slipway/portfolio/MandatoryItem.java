package org.slipway.portfolio;

/** What a model may demand of a registration, beside what every registration needs. */
public enum MandatoryItem {
    /** The version of the product. */
    VERSION("version"),
    /** At least one configuration item named by the registration itself. */
    CONFIGURATION_ITEMS("configurationItems"),
    /** At least one step of the back-out plan. */
    BACKOUT_PLAN("backoutPlan"),
    /** The telephone number of the contact. */
    CONTACT_PHONE("contact.phone"),
    /** The unit of the contact. */
    CONTACT_UNIT("contact.unit");

    private final String field;

    MandatoryItem(String field) {
        this.field = field;
    }

    /** The field of a registration, as refusals name it. */
    public String field() {
        return field;
    }
}
