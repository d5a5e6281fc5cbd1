package org.slipway.cmdb;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.Journaled;

/**
 * What a relationship between two configuration items says, and what it means when one of them is taken away (src/docs/domain.md, Impact).
 */
@Entity
@Journaled
@Table(name = "cmdb_relationship_type")
public class RelationshipType {

    @Id
    private String code;

    private @Nullable String description;

    @Enumerated(EnumType.STRING)
    private Level level;

    @Enumerated(EnumType.STRING)
    private ImpactRule impactRule;

    private @Nullable String redundancy;
    private boolean acyclic;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Version
    private int lockVersion;

    /** Where the item that is needed stands, seen from the one that needs it. */
    public enum Level {
        SAME,
        UPPER,
        LOWER
    }

    /** Whether new relationships of the type may be made. */
    public enum Status {
        ACTIVE,
        INACTIVE
    }

    protected RelationshipType() {}

    RelationshipType(String code) {
        this.code = code;
        this.level = Level.UPPER;
        this.impactRule = ImpactRule.ANY_LOST;
        this.status = Status.ACTIVE;
    }

    void become(Details details) {
        description = details.description();
        level = details.level();
        impactRule = details.impactRule();
        redundancy = details.redundancy() == null ? null : details.redundancy().toString();
        acyclic = details.acyclic();
        status = details.status();
    }

    public String code() {
        return code;
    }

    public Details details() {
        return new Details(
                description,
                level,
                impactRule,
                redundancy == null ? null : Redundancy.parse(redundancy),
                acyclic,
                status);
    }

    boolean isAcyclic() {
        return acyclic;
    }

    boolean isActive() {
        return status == Status.ACTIVE;
    }

    /**
     * What can be said of a type.
     *
     * @param redundancy that an item has which states none of its own; matters for {@link ImpactRule#TOO_FEW_LEFT}
     * @param acyclic    whether a chain of such relationships must never lead back to where it began
     */
    public record Details(
            @Nullable String description,
            Level level,
            ImpactRule impactRule,
            @Nullable Redundancy redundancy,
            boolean acyclic,
            Status status) {}
}
