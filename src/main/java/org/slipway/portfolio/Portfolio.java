package org.slipway.portfolio;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A family of release models, from which a requester chooses first. */
@Entity
@Table(name = "portfolio")
public class Portfolio {

    @Id
    @Column(name = "portfolio_key")
    private String key;

    private String name;

    private @Nullable String description;

    protected Portfolio() {}

    public String key() {
        return key;
    }

    public String name() {
        return name;
    }

    public @Nullable String description() {
        return description;
    }
}
