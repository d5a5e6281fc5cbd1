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
public class Contract extends Choosable {

    @Id
    @Column(name = "contract_key")
    private String key;

    protected Contract() {}

    Contract(String key, String name) {
        super(name);
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
