package org.slipway.architecture.violations.tables;

import jakarta.persistence.MappedSuperclass;

/** A mapped superclass, so that no application in a test looks for its table. */
@MappedSuperclass
public class Boat {

    private String name = "";

    public String name() {
        return name;
    }

    void rename(String newName) {
        this.name = newName;
    }
}
