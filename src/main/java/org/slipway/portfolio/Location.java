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
public class Location extends Choosable {

    @Id
    @Column(name = "location_key")
    private String key;

    @Column(name = "unit_key")
    private @Nullable String unit;

    protected Location() {}

    Location(String key, String name, @Nullable String unit) {
        super(name);
        this.key = key;
        this.unit = unit;
    }

    void become(String newName, @Nullable String newUnit, boolean nowActive) {
        become(newName, nowActive);
        unit = newUnit;
    }

    @Override
    public String key() {
        return key;
    }

    /** The key of the unit that sits here. */
    public @Nullable String unit() {
        return unit;
    }
}
