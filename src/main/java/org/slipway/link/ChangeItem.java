package org.slipway.link;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.slipway.shared.Journaled;

/** That a change touches a configuration item. */
@Entity
@Immutable
@Table(name = "link_change_item")
@Journaled(rowsOfFiles = false)
class ChangeItem {

    @Id
    private UUID id;

    @Column(name = "change_number")
    private String change;

    @Column(name = "item_key")
    private String item;

    protected ChangeItem() {}

    ChangeItem(String change, String item) {
        this.id = UUID.randomUUID();
        this.change = change;
        this.item = item;
    }

    String change() {
        return change;
    }

    String item() {
        return item;
    }
}
