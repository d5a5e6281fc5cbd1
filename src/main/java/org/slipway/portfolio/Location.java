package org.slipway.portfolio;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.Journaled;

/** A physical place where a contact sits. */
@Entity
@Journaled
@Table(name = "portfolio_location")
public class Location {

    @Id
    @Column(name = "location_key")
    private String key;

    private String name;

    @Column(name = "unit_key")
    private @Nullable String unit;

    protected Location() {}

    public String key() {
        return key;
    }

    public String name() {
        return name;
    }

    /** The key of the unit that sits here. */
    public @Nullable String unit() {
        return unit;
    }
}
