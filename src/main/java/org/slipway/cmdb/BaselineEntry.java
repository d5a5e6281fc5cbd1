package org.slipway.cmdb;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** The version that one configuration item goes back to when its baseline is restored. */
@Entity
@Immutable
@Table(name = "cmdb_baseline_entry")
class BaselineEntry {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "baseline_id")
    private Baseline baseline;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "item_id")
    private ConfigurationItem item;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "version_id")
    private ItemVersion version;

    protected BaselineEntry() {}

    BaselineEntry(Baseline baseline, ItemVersion version) {
        this.id = UUID.randomUUID();
        this.baseline = baseline;
        this.item = version.item();
        this.version = version;
    }

    ConfigurationItem item() {
        return item;
    }

    ItemState state() {
        return version.state();
    }
}
