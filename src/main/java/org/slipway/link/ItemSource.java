package org.slipway.link;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** That a change has brought a configuration item into a release. */
@Entity
@Immutable
@Table(name = "link_release_item_source")
class ItemSource {

    @Id
    private UUID id;

    @Column(name = "release_number")
    private String release;

    @Column(name = "item_key")
    private String item;

    @Column(name = "change_number")
    private String change;

    protected ItemSource() {}

    ItemSource(String release, String item, String change) {
        this.id = UUID.randomUUID();
        this.release = release;
        this.item = item;
        this.change = change;
    }

    String item() {
        return item;
    }

    String change() {
        return change;
    }
}
