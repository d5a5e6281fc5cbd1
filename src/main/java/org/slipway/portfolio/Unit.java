package org.slipway.portfolio;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.Journaled;

/** A part of the organisation that a contact belongs to. */
@Entity
@Journaled
@Table(name = "portfolio_unit")
public class Unit extends Choosable {

    @Id
    @Column(name = "unit_key")
    private String key;

    @Column(name = "contract_key")
    private @Nullable String contract;

    protected Unit() {}

    Unit(String key, String name, @Nullable String contract) {
        super(name);
        this.key = key;
        this.contract = contract;
    }

    void become(String newName, @Nullable String newContract, boolean nowActive) {
        become(newName, nowActive);
        contract = newContract;
    }

    @Override
    public String key() {
        return key;
    }

    /** The key of the contract it is served under. */
    public @Nullable String contract() {
        return contract;
    }
}
