package org.slipway.link.record;

/** Where the item stands that a purchase is about. */
public enum PurchaseItemStatus {
    REGISTERED,
    AWAITING_APPROVAL,
    AWAITING_QUOTATION,
    IN_QUOTATION,
    AWAITING_QUOTATION_APPROVAL,
    AWAITING_ORDER,
    AWAITING_DELIVERY,
    AWAITING_INSPECTION,
    AWAITING_WARRANTY_INSPECTION,
    CONCLUDED,
    REJECTED,
    CANCELLED;

    /** Whether a release may refer to it: it is on its way, neither only asked for nor settled. */
    public boolean isLinkable() {
        return ordinal() >= AWAITING_QUOTATION.ordinal() && ordinal() <= AWAITING_WARRANTY_INSPECTION.ordinal();
    }
}
