package org.slipway.architecture.violations.rooms.kitchen;

import org.slipway.architecture.violations.rooms.cellar.Wine;
import org.slipway.architecture.violations.rooms.cellar.vault.Vault;

public class Cook {

    private final Wine wine;
    private final Vault vault;

    Cook(Wine wine, Vault vault) {
        this.wine = wine;
        this.vault = vault;
    }

    @Override
    public String toString() {
        return wine + " from " + vault;
    }
}
