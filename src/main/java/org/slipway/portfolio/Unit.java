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
public class Unit {

    @Id
    @Column(name = "unit_key")
    private String key;

    private String name;

    @Column(name = "contract_key")
    private @Nullable String contract;

    protected Unit() {}

    public String key() {
        return key;
    }

    public String name() {
        return name;
    }

    /** The key of the contract it is served under. */
    public @Nullable String contract() {
        return contract;
    }
}
