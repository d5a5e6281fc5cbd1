package org.slipway.portfolio;

import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** What contracts, units and locations have in common: a name, and whether a form still offers them. */
@MappedSuperclass
public abstract class Choosable {

    @Version
    private @Nullable Integer revision;

    private String name;

    private boolean active;

    protected Choosable() {}

    Choosable(String name) {
        this.name = name.strip();
        this.active = true;
    }

    void become(String newName, boolean nowActive) {
        name = newName.strip();
        active = nowActive;
    }

    public abstract String key();

    public String name() {
        return name;
    }

    /** What releases name stays, active or not; nothing new may name what is not. */
    public boolean isActive() {
        return active;
    }

    /** Grows with every change; the entity tag of REST. */
    public int revision() {
        return revision == null ? 0 : revision;
    }
}
