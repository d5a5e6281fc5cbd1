package org.slipway.link;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That a release bundles a change, and how the release stands towards it. */
@Entity
@Table(name = "link_release_change")
class ChangeLink {

    @Id
    private UUID id;

    @Column(name = "release_number")
    private String release;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "change_number")
    private Change change;

    /** The key of a {@link Situation}, or the status that the release had when it was linked. */
    private String situation;

    @Column(name = "linked_at")
    private Instant at;

    @Column(name = "linked_by")
    private String who;

    protected ChangeLink() {}

    ChangeLink(String release, Change change, String situation, Instant at, String who) {
        this.id = UUID.randomUUID();
        this.release = release;
        this.change = change;
        this.situation = situation;
        this.at = at;
        this.who = who;
    }

    void situate(String in) {
        situation = in;
    }

    Change change() {
        return change;
    }

    String situation() {
        return situation;
    }
}
