package org.slipway.cmdb.graph;

import jakarta.persistence.EntityManager;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The graph as it is now, on every node: who changes its shape counts a version up in the same transaction, who asks
 * looks at that number, in one statement, and loads the graph again when it has moved.
 */
@Component
public class CurrentGraph {

    private final JdbcTemplate jdbc;
    private final EntityManager entityManager;
    private volatile @Nullable Versioned loaded;

    CurrentGraph(JdbcTemplate jdbc, EntityManager entityManager) {
        this.jdbc = jdbc;
        this.entityManager = entityManager;
    }

    /** The graph, with what the present transaction has changed. */
    public Versioned get() {
        if (TransactionSynchronizationManager.hasResource(this)) {
            entityManager.flush();
            return new GraphLoader(jdbc).load();
        }
        long version = version();
        Versioned present = loaded;
        return present != null && present.version() == version ? present : load(version);
    }

    /** Moves whenever the shape of the graph does. */
    public long version() {
        return Objects.requireNonNull(jdbc.queryForObject("select version from cmdb_graph", Long.class));
    }

    /** Whoever must look at the graph before changing it has it alone until the end of the transaction. */
    public void lock() {
        jdbc.queryForObject("select version from cmdb_graph for update", Long.class);
    }

    /** One at a time, because several copies in the making would be many times the memory. */
    private synchronized Versioned load(long version) {
        Versioned present = loaded;
        if (present != null && present.version() >= version) {
            return present;
        }
        Versioned fresh = new GraphLoader(jdbc).load();
        loaded = fresh;
        return fresh;
    }

    /**
     * To be called by whoever changes items or relationships so that the graph looks different. Counted once and at the
     * end, so that two who change the CMDB wait for each other only while they commit.
     */
    public void changed() {
        if (!TransactionSynchronizationManager.hasResource(this)) {
            TransactionSynchronizationManager.bindResource(this, Boolean.TRUE);
            TransactionSynchronizationManager.registerSynchronization(new CountUp());
        }
    }

    /** A graph and the version of the CMDB that it shows. */
    public record Versioned(long version, DependencyGraph graph) {}

    private final class CountUp implements TransactionSynchronization {

        @Override
        public void beforeCommit(boolean readOnly) {
            jdbc.update("update cmdb_graph set version = version + 1");
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResource(CurrentGraph.this);
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(CurrentGraph.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(CurrentGraph.this, Boolean.TRUE);
        }
    }
}
