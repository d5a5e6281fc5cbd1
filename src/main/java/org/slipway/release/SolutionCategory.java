package org.slipway.release;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.Digest;
import org.slipway.shared.Journaled;
import org.springframework.data.domain.Persistable;

/** How releases are solved, as a tree. Releases name it by its name, which never changes. */
@Entity
@Journaled
@Table(name = "release_solution_category")
public class SolutionCategory implements Persistable<String> {

    @Id
    private String name;

    /** For addresses: a name may hold anything. */
    @Column(name = "id")
    private UUID key;

    @Column(name = "parent_name")
    private @Nullable String parent;

    private boolean active;

    @Transient
    private boolean fresh;

    protected SolutionCategory() {}

    SolutionCategory(String name, @Nullable String parent) {
        this.name = name;
        this.key = UUID.randomUUID();
        this.parent = parent;
        this.active = true;
        this.fresh = true;
    }

    void become(@Nullable String newParent, boolean offered) {
        parent = newParent;
        active = offered;
    }

    @Override
    public String getId() {
        return name;
    }

    @Override
    public boolean isNew() {
        return fresh;
    }

    /** What it says now, as an entity tag. */
    public String revision() {
        return Digest.revision(parent, active);
    }

    public UUID key() {
        return key;
    }

    public String name() {
        return name;
    }

    /** The name of the category that it belongs to; none at the top. */
    public @Nullable String parent() {
        return parent;
    }

    /** Whether it can be chosen; releases keep one that cannot any more. */
    public boolean isActive() {
        return active;
    }
}
