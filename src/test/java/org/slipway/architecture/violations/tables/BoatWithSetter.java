package org.slipway.architecture.violations.tables;

import jakarta.persistence.MappedSuperclass;
import org.slipway.architecture.violations.Violates;

@MappedSuperclass
@Violates("ENTITIES_HAVE_NO_SETTERS")
class BoatWithSetter {

    private String name = "";

    String name() {
        return name;
    }

    void setName(String name) {
        this.name = name;
    }
}
