package org.slipway.cmdb;

/** Where in its life a configuration item is kept. Each environment has a standard subgroup; an item may be in none. */
public enum ItemGroup {
    DEVELOPMENT,
    DEVELOPMENT_STANDARD,
    HOMOLOGATION,
    HOMOLOGATION_STANDARD,
    PRODUCTION,
    PRODUCTION_STANDARD,
    INVENTORY;

    /** Whether items of this group have not reached production yet, so that a concluded release takes them there. */
    public boolean precedesProduction() {
        return switch (this) {
            case DEVELOPMENT, DEVELOPMENT_STANDARD, HOMOLOGATION, HOMOLOGATION_STANDARD -> true;
            case PRODUCTION, PRODUCTION_STANDARD, INVENTORY -> false;
        };
    }
}
