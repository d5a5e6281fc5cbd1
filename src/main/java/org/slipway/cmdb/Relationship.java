package org.slipway.cmdb;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.Journaled;

/**
 * One configuration item needs another: {@code from} runs on, depends on, is located in, has as member … {@code to}. What
 * happens to {@code to} therefore reaches {@code from}.
 */
@Entity
@Table(name = "cmdb_relationship")
@Journaled(rowsOfFiles = false)
class Relationship {

    static final int LONGEST_TYPE = 60;

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "from_id")
    private ConfigurationItem from;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "to_id")
    private ConfigurationItem to;

    private String type;

    private @Nullable String source;

    protected Relationship() {}

    Relationship(ConfigurationItem from, ConfigurationItem to, String type, @Nullable String source) {
        this.id = UUID.randomUUID();
        this.from = from;
        this.to = to;
        this.type = type;
        this.source = source;
    }
}
