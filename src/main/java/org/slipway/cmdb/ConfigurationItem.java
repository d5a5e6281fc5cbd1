package org.slipway.cmdb;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slipway.access.ByHand;
import org.slipway.shared.BusinessRuleViolated;
import org.slipway.shared.Journaled;

/**
 * Something under configuration management: a host, a service, a product. It is named by its key, which never changes;
 * all else is its {@link ItemState}. Every change, whoever makes it, appends an {@link ItemVersion}, so that the newest
 * version always says what the item is.
 */
@Entity
@Table(name = "cmdb_item")
@Journaled(rowsOfFiles = false)
public class ConfigurationItem implements ByHand {

    @Id
    private UUID id;

    @Column(name = "item_key", updatable = false)
    private String key;

    private String name;

    @Column(name = "item_class")
    private String itemClass;

    @Column(name = "item_group")
    @Enumerated(EnumType.STRING)
    private @Nullable ItemGroup group;

    @Enumerated(EnumType.STRING)
    private ItemStatus status;

    @Enumerated(EnumType.STRING)
    private @Nullable Criticality criticality;

    private @Nullable String owner;
    private @Nullable String environment;
    private @Nullable String site;
    private @Nullable String description;
    private @Nullable String productVersion;

    @Convert(converter = StateJson.OfAttributes.class)
    private Map<String, String> attributes;

    private @Nullable LocalDate endDate;

    /** Which synchronised source brought it last. */
    private @Nullable String source;

    @Convert(converter = RedundancyColumn.class)
    private @Nullable Map<String, Redundancy> redundancy;

    @Column(updatable = false)
    private Instant createdAt;

    @Enumerated(EnumType.STRING)
    private VersionOrigin lastOrigin;

    private @Nullable String lastOriginReference;
    private int revision;

    @Version
    private int lockVersion;

    @Transient
    private boolean reshaped = false;

    protected ConfigurationItem() {}

    ConfigurationItem(String key, ItemState state, Origin origin, Instant at) {
        this.id = UUID.randomUUID();
        this.key = key;
        this.createdAt = at;
        become(state, origin);
        reshaped = true;
    }

    /**
     * Takes on another state, as its next version if anything is different.
     *
     * @return whether anything is
     */
    boolean change(ItemState next, Origin origin) {
        if (next.equals(state())) {
            return false;
        }
        revise(next, origin);
        return true;
    }

    /** As {@link #change}, but the event is worth a version even when it leaves the item as it was. */
    void revise(ItemState next, Origin origin) {
        if (isDestroyed()) {
            throw new BusinessRuleViolated("configuration-item-destroyed", null, key);
        }
        revision++;
        reshaped |= ItemShape.differs(state(), next);
        become(next, origin);
    }

    private void become(ItemState state, Origin origin) {
        name = state.name();
        itemClass = state.itemClass();
        group = state.group();
        status = state.status();
        criticality = state.criticality();
        owner = state.owner();
        environment = state.environment();
        site = state.site();
        description = state.description();
        productVersion = state.productVersion();
        attributes = state.attributes();
        endDate = state.endDate();
        redundancy = state.redundancy();
        lastOrigin = origin.kind();
        lastOriginReference = origin.reference();
    }

    public ItemState state() {
        return new ItemState(
                name,
                itemClass,
                group,
                status,
                criticality,
                owner,
                environment,
                site,
                description,
                productVersion,
                attributes,
                endDate,
                redundancy == null ? Map.of() : redundancy);
    }

    /** Whether something about it has changed since it was read that the graph in memory knows. */
    boolean isReshaped() {
        return reshaped;
    }

    @Nullable
    String source() {
        return source;
    }

    /** A source that names itself takes it over; what comes without a source leaves it where it belongs. */
    void belongTo(@Nullable String source) {
        if (source != null) {
            this.source = source;
        }
    }

    UUID id() {
        return id;
    }

    public String key() {
        return key;
    }

    public String name() {
        return name;
    }

    public String itemClass() {
        return itemClass;
    }

    public @Nullable ItemGroup group() {
        return group;
    }

    public ItemStatus status() {
        return status;
    }

    public boolean isDestroyed() {
        return status == ItemStatus.DESTROYED;
    }

    /** Whether it may be linked to something new: no end has been set to it. */
    public boolean isLinkable() {
        return endDate == null && !isDestroyed();
    }

    public @Nullable LocalDate endDate() {
        return endDate;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** What made the newest version. */
    public Origin lastOrigin() {
        return new Origin(lastOrigin, lastOriginReference);
    }

    /** The number of the newest version, such as {@code 1.3}. */
    public String version() {
        return ItemVersion.number(revision);
    }

    int revision() {
        return revision;
    }

    /** What releases, imports and baselines do to it stands where they are noted, and in its versions. */
    @Override
    public boolean isChangedByHand() {
        return lastOrigin == VersionOrigin.MANUAL;
    }

    @Override
    public String toString() {
        return key;
    }
}
