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
class Baseline {

    @Id
    private UUID id;

    private String name;

    @Column(name = "taken_at")
    private Instant at;

    @Column(name = "taken_by")
    private String who;

    protected Baseline() {}

    Baseline(String name, Instant at, String who) {
        this.id = UUID.randomUUID();
        this.name = name;
        this.at = at;
        this.who = who;
    }
}
