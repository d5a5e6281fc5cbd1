package org.slipway.link;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** That a release touches a configuration item; the changes that brought it are its {@link ItemSource}s. */
@Entity
@Immutable
@Table(name = "link_release_item")
class ItemLink {

    @Id
    private UUID id;

    @Column(name = "release_number")
    private String release;

    @Column(name = "item_key")
    private String item;

    /** A person has linked it, so that it stays when the changes go that brought it too. */
    @Column(name = "by_hand")
    private boolean byHand;

    @Column(name = "linked_at")
    private Instant at;

    @Column(name = "linked_by")
    private String who;

    protected ItemLink() {}

    ItemLink(String release, String item, boolean byHand, Instant at, String who) {
        this.id = UUID.randomUUID();
        this.release = release;
        this.item = item;
        this.byHand = byHand;
        this.at = at;
        this.who = who;
    }

    String item() {
        return item;
    }

    boolean isByHand() {
        return byHand;
    }
}
