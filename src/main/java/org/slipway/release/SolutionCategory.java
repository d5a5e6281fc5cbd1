package org.slipway.release;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** How releases are solved, as a tree; what is not in it yet is added when somebody first uses it. */
@Entity
@Table(name = "release_solution_category")
class SolutionCategory implements Persistable<String> {

    @Id
    private String name;

    @Column(name = "parent_name")
    private @Nullable String parent;

    @Transient
    private boolean fresh;

    protected SolutionCategory() {}

    SolutionCategory(String name) {
        this.name = name;
        this.fresh = true;
    }

    @Override
    public String getId() {
        return name;
    }

    @Override
    public boolean isNew() {
        return fresh;
    }

    @Nullable
    String parent() {
        return parent;
    }
}
