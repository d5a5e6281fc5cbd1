package org.slipway.link;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.slipway.release.ReleaseStatus;

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

    @Enumerated(EnumType.STRING)
    private ReleaseStatus situation;

    @Column(name = "linked_at")
    private Instant at;

    @Column(name = "linked_by")
    private String who;

    protected ChangeLink() {}

    ChangeLink(String release, Change change, ReleaseStatus situation, Instant at, String who) {
        this.id = UUID.randomUUID();
        this.release = release;
        this.change = change;
        this.situation = situation;
        this.at = at;
        this.who = who;
    }

    void situate(ReleaseStatus in) {
        situation = in;
    }

    Change change() {
        return change;
    }

    ReleaseStatus situation() {
        return situation;
    }
}
