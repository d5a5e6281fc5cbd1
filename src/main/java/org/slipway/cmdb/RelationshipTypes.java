package org.slipway.cmdb;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slipway.access.Operation;
import org.slipway.access.Rights;
import org.slipway.cmdb.graph.CurrentGraph;
import org.slipway.shared.Malformed;
import org.slipway.shared.Slice;
import org.slipway.shared.Unknown;
import org.slipway.shared.WrongState;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The types of relationships and their impact rules. A type that nobody has described yet is registered when it is used
 * first, and then means that losing any one item impacts whoever needs it. Writing needs {@link Operation#MANAGE_CMDB}.
 */
@Service
@Transactional(readOnly = true)
public class RelationshipTypes {

    private final RelationshipTypeRepository types;
    private final CurrentGraph graph;
    private final Rights rights;
    private final EntityManager entityManager;

    RelationshipTypes(
            RelationshipTypeRepository types, CurrentGraph graph, Rights rights, EntityManager entityManager) {
        this.types = types;
        this.graph = graph;
        this.rights = rights;
        this.entityManager = entityManager;
    }

    /** In the order of their codes. */
    public Slice<RelationshipType> list(@Nullable String after, int limit) {
        return Slice.of(types.page(after == null ? "" : after, Limit.of(limit + 1)), limit, RelationshipType::code);
    }

    /** Refuses {@code relationship-type-unknown}. */
    public RelationshipType get(String code) {
        return types.findByCode(code).orElseThrow(() -> new Unknown("relationship-type-unknown", null, code));
    }

    /** What is said of a type, if it is there. */
    Optional<RelationshipType.Details> details(String code) {
        return types.findByCode(code).map(RelationshipType::details);
    }

    /** All as they are now. */
    List<RelationshipType> all() {
        return types.findAllBy();
    }

    /** Registers a type; refuses {@code relationship-type-exists}. */
    @Transactional
    public RelationshipType create(String code, UnaryOperator<RelationshipType.Details> details) {
        rights.require(Operation.MANAGE_CMDB);
        if (types.findByCode(code).isPresent()) {
            throw new WrongState("relationship-type-exists", "code", code);
        }
        RelationshipType type = new RelationshipType(code);
        become(type, details);
        entityManager.persist(type);
        return type;
    }

    /** Changes what a type means, at once for every relationship of it. */
    @Transactional
    public RelationshipType change(String code, UnaryOperator<RelationshipType.Details> details) {
        rights.require(Operation.MANAGE_CMDB);
        RelationshipType type = get(code);
        become(type, details);
        return type;
    }

    /** The type for new relationships; refuses {@code relationship-type-inactive}. */
    RelationshipType usable(String code) {
        RelationshipType type = types.findByCode(code).orElseGet(() -> register(code));
        if (!type.isActive()) {
            throw new Malformed("relationship-type-inactive", "type", code);
        }
        return type;
    }

    /** Registers a type on its first use. */
    RelationshipType register(String code) {
        RelationshipType fresh = new RelationshipType(code);
        entityManager.persist(fresh);
        return fresh;
    }

    private void become(RelationshipType type, UnaryOperator<RelationshipType.Details> details) {
        RelationshipType.Details next = details.apply(type.details());
        if (next.impactRule() == ImpactRule.TOO_FEW_LEFT && next.redundancy() == null) {
            throw new Malformed("redundancy-required", "redundancy");
        }
        type.become(next);
        graph.changed();
    }
}
