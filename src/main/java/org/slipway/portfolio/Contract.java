package org.slipway.portfolio;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.slipway.shared.Journaled;

/** An agreement under which releases are made for somebody; only an active one can be chosen. */
@Entity
@Journaled
@Table(name = "portfolio_contract")
public class Contract {

    @Id
    @Column(name = "contract_key")
    private String key;

    private String name;

    private boolean active;

    protected Contract() {}

    public String key() {
        return key;
    }

    public String name() {
        return name;
    }

    public boolean isActive() {
        return active;
    }
}
