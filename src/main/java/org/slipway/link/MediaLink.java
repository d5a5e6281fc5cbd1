package org.slipway.link;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** That a release is installed from a definitive medium. */
@Entity
@Immutable
@Table(name = "link_release_media")
class MediaLink {

    @Id
    private UUID id;

    @Column(name = "release_number")
    private String release;

    @Column(name = "media_id")
    private UUID media;

    @Column(name = "linked_at")
    private Instant at;

    @Column(name = "linked_by")
    private String who;

    protected MediaLink() {}

    MediaLink(String release, UUID media, Instant at, String who) {
        this.id = UUID.randomUUID();
        this.release = release;
        this.media = media;
        this.at = at;
        this.who = who;
    }
}
