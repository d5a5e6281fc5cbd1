package org.slipway.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.UUID;
import org.slipway.shared.Journaled;

/** One operation granted to one group, for one release model or for all ({@code *}). */
@Entity
@Journaled
@Table(name = "access_right")
class Right {

    @Id
    private UUID id;

    @Column(name = "group_id")
    private String group;

    @Enumerated(EnumType.STRING)
    private Operation operation;

    private String model;

    protected Right() {}

    Right(String group, Operation operation, String model) {
        this.id = UUID.randomUUID();
        this.group = group;
        this.operation = operation;
        this.model = model;
    }

    boolean grants(Collection<String> groups, String forModel) {
        return groups.contains(group) && (model.equals(Rights.ANY_MODEL) || model.equals(forModel));
    }

    boolean grants(Collection<String> groups) {
        return groups.contains(group);
    }

    String group() {
        return group;
    }

    String model() {
        return model;
    }

    Operation operation() {
        return operation;
    }
}
