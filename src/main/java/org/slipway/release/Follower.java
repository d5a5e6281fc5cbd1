package org.slipway.release;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Somebody who watches a release without working on it. */
@Entity
@Table(name = "release_follower")
class Follower {

    @Id
    private UUID id;

    @Column(name = "release_number")
    private String release;

    private String person;

    protected Follower() {}

    Follower(String release, String person) {
        this.id = UUID.randomUUID();
        this.release = release;
        this.person = person;
    }

    String release() {
        return release;
    }

    String person() {
        return person;
    }
}
