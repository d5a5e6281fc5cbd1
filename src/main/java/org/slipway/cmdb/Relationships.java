package org.slipway.cmdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.persistence.EntityManager;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slipway.access.Operation;
import org.slipway.access.Rights;
import org.slipway.cmdb.graph.CurrentGraph;
import org.slipway.shared.BusinessRuleViolated;
import org.slipway.shared.Malformed;
import org.slipway.shared.Slice;
import org.slipway.shared.Unknown;
import org.slipway.shared.WrongState;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which configuration item needs which. Writing needs {@link Operation#MANAGE_CMDB}. */
@Service
@Transactional(readOnly = true)
public class Relationships {

    private final RelationshipRepository relationships;
    private final ConfigurationItems items;
    private final RelationshipTypes types;
    private final CurrentGraph graph;
    private final Rights rights;
    private final EntityManager entityManager;

    Relationships(
            RelationshipRepository relationships,
            ConfigurationItems items,
            RelationshipTypes types,
            CurrentGraph graph,
            Rights rights,
            EntityManager entityManager) {
        this.relationships = relationships;
        this.items = items;
        this.types = types;
        this.graph = graph;
        this.rights = rights;
        this.entityManager = entityManager;
    }

    /** What an item needs and who needs it, in the order of both keys. */
    public Slice<Connection> of(String key, int limit, @Nullable String after) {
        items.get(key);
        Connection last = after == null ? new Connection("", "", "") : cursor(after);
        List<Connection> found =
                relationships.findConnections(key, last.from(), last.to(), last.type(), Limit.of(limit + 1));
        return Slice.of(found, limit, Relationships::cursor);
    }

    /**
     * Relates two items. Refuses {@code relationship-exists}, {@code relationship-type-inactive}, and
     * {@code relationship-cycle} where the type must not lead back to where it began.
     */
    @Transactional
    public Connection add(String from, String to, String type) {
        rights.require(Operation.MANAGE_CMDB);
        List<ConfigurationItem> ends = ends(from, to);
        if (from.equals(to)) {
            throw new Malformed("relationship-to-itself", "to", to);
        }
        if (relationships.exists(ends.get(0), ends.get(1), type)) {
            throw new WrongState("relationship-exists", null, from, type, to);
        }
        refuseCycle(from, to, types.usable(type));
        try {
            entityManager.persist(new Relationship(ends.get(0), ends.get(1), type, null));
            entityManager.flush();
        } catch (org.hibernate.exception.ConstraintViolationException e) {
            throw new WrongState("relationship-exists", null, from, type, to);
        }
        graph.changed();
        return new Connection(from, to, type);
    }

    @Transactional
    public void remove(String from, String to, String type) {
        rights.require(Operation.MANAGE_CMDB);
        List<ConfigurationItem> ends = ends(from, to);
        entityManager.remove(relationships
                .find(ends.get(0), ends.get(1), type)
                .orElseThrow(() -> new Unknown("relationship-unknown", null, from, type, to)));
        entityManager.flush();
        graph.changed();
    }

    /** Under a lock, so that two who add at once cannot close a ring together. */
    private void refuseCycle(String from, String to, RelationshipType type) {
        if (type.isAcyclic()) {
            graph.lock();
            if (graph.get().graph().leads(to, from, type.code())) {
                throw new BusinessRuleViolated("relationship-cycle", "to", from, type.code(), to);
            }
        }
    }

    private List<ConfigurationItem> ends(String from, String to) {
        return List.of(items.require(from, "from"), items.require(to, "to"));
    }

    private static String cursor(Connection connection) {
        String text = String.join("\n", connection.from(), connection.to(), connection.type());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private static Connection cursor(String after) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(after), UTF_8).split("\n", -1);
            if (parts.length == 3) {
                return new Connection(parts[0], parts[1], parts[2]);
            }
        } catch (IllegalArgumentException e) {
            // Not of our making: refused below like every other foreign cursor.
        }
        throw new Malformed("page-unknown", "after", after);
    }
}
