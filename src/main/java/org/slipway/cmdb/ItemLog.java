package org.slipway.cmdb;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import org.slipway.access.CurrentUser;
import org.slipway.cmdb.graph.CurrentGraph;
import org.springframework.stereotype.Component;

/** Appends a version for everything that has happened to configuration items. */
@Component
class ItemLog {

    private final EntityManager entityManager;
    private final CurrentGraph graph;
    private final CurrentUser currentUser;
    private final Clock clock;

    ItemLog(EntityManager entityManager, CurrentGraph graph, CurrentUser currentUser, Clock clock) {
        this.entityManager = entityManager;
        this.graph = graph;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    ConfigurationItem add(String key, ItemState state, Origin origin) {
        ConfigurationItem item = new ConfigurationItem(key, state, origin, now());
        entityManager.persist(item);
        append(item);
        return item;
    }

    void append(ConfigurationItem changed) {
        entityManager.persist(new ItemVersion(changed, now(), currentUser.id()));
        if (changed.isReshaped()) {
            graph.changed();
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    void append(Collection<ConfigurationItem> changed) {
        changed.forEach(this::append);
    }
}
