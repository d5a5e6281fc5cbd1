package org.slipway.cmdb;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
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
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What a configuration item was from one moment on, and why. Only ever appended. */
@Entity
@Immutable
@Table(name = "cmdb_version")
public class ItemVersion {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "item_id")
    private ConfigurationItem item;

    private int revision;
    private String number;

    @Enumerated(EnumType.STRING)
    private VersionOrigin origin;

    private @Nullable String originReference;

    @Column(name = "made_at")
    private Instant at;

    @Column(name = "made_by")
    private String who;

    @Convert(converter = StateJson.OfState.class)
    private ItemState state;

    protected ItemVersion() {}

    ItemVersion(ConfigurationItem item, Instant at, String who) {
        this.id = UUID.randomUUID();
        this.item = item;
        this.revision = item.revision();
        this.number = item.version();
        this.origin = item.lastOrigin().kind();
        this.originReference = item.lastOrigin().reference();
        this.at = at;
        this.who = who;
        this.state = item.state();
    }

    /** Versions start at 1.0 and count on behind the point: 1.1 … 1.9, 1.10, so that no number comes twice. */
    static String number(int revision) {
        return "1." + revision;
    }

    ConfigurationItem item() {
        return item;
    }

    int revision() {
        return revision;
    }

    public String number() {
        return number;
    }

    public Origin origin() {
        return new Origin(origin, originReference);
    }

    public Instant at() {
        return at;
    }

    public String who() {
        return who;
    }

    public ItemState state() {
        return state;
    }
}
