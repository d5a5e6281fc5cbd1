package org.slipway.cmdb;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A restore point: the versions that some configuration items had before something was done to them. */
@Entity
@Immutable
@Table(name = "cmdb_baseline")
public class Baseline {

    @Id
    private UUID id;

    private String name;

    @Column(name = "taken_at")
    private Instant at;

    @Column(name = "taken_by")
    private String who;

    private boolean byHand;

    protected Baseline() {}

    Baseline(String name, Instant at, String who, boolean byHand) {
        this.id = UUID.randomUUID();
        this.name = name;
        this.at = at;
        this.who = who;
        this.byHand = byHand;
    }

    public String name() {
        return name;
    }

    public Instant at() {
        return at;
    }

    public String who() {
        return who;
    }
}
