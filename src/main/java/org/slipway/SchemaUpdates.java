package org.slipway;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import liquibase.Liquibase;
import liquibase.UpdateSummaryEnum;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringLiquibase;
import liquibase.lockservice.LockServiceFactory;
import liquibase.ui.UIServiceEnum;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the schema up to date before anything uses it; several nodes may start at once on one database. Liquibase
 * creates its own tables before it takes its own lock, so two nodes on an empty database race, and a node that was
 * killed leaves a lock row behind. Here the lock is one of the database server, which dies with its connection; with it
 * in hand, a lock row that is found is a left one.
 */
class SchemaUpdates extends SpringLiquibase {

    static final String CHANGELOG = "db/changelog/master.yaml";

    /** Names the advisory lock: {@code slipway} in ASCII. */
    private static final long KEY = 0x736c6970776179L;

    /** How long a node waits for another node's updates. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final ReentrantLock EMBEDDED = new ReentrantLock();

    private final Logger log = LoggerFactory.getLogger(SchemaUpdates.class);

    SchemaUpdates() {
        setShowSummary(UpdateSummaryEnum.OFF);
        setUiService(UIServiceEnum.LOGGER);
        setAnalyticsEnabled(false);
    }

    @Override
    public void afterPropertiesSet() throws LiquibaseException {
        try (Connection connection = getDataSource().getConnection()) {
            SchemaMark mark = SchemaMark.ofChangelogs(getResourceLoader());
            if (mark.holdsIn(connection)) {
                return;
            }
            if (isPostgres(connection)) {
                updateUnderLock(connection, mark);
            } else {
                updateInThisProcess(connection, mark);
            }
        } catch (IOException | SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private void updateUnderLock(Connection connection, SchemaMark mark) throws LiquibaseException, SQLException {
        takeLock(connection);
        try {
            update(connection, mark);
        } finally {
            ask(connection, "select pg_advisory_unlock(" + KEY + ")");
        }
    }

    /** An embedded database belongs to one process. */
    private void updateInThisProcess(Connection connection, SchemaMark mark)
            throws IOException, LiquibaseException, SQLException {
        EMBEDDED.lock();
        try {
            Optional<SchemaSnapshot> snapshot = SchemaSnapshot.of(mark, getResourceLoader());
            if (snapshot.isPresent() && snapshot.get().fits(connection)) {
                snapshot.get().lay(connection);
                mark.set(connection);
            } else {
                update(connection, mark);
            }
        } finally {
            EMBEDDED.unlock();
        }
    }

    private void update(Connection connection, SchemaMark mark) throws LiquibaseException, SQLException {
        super.afterPropertiesSet();
        mark.set(connection);
    }

    @Override
    protected void performUpdate(Liquibase liquibase) throws LiquibaseException {
        LockServiceFactory.getInstance().getLockService(liquibase.getDatabase()).forceReleaseLock();
        Connection connection = ((JdbcConnection) liquibase.getDatabase().getConnection()).getUnderlyingConnection();
        try {
            if (!isPostgres(connection)) {
                super.performUpdate(liquibase);
                return;
            }
            // A large index takes longer than any command may: the time limits of commands do not hold here.
            connection.setNetworkTimeout(Runnable::run, 0);
            execute(connection, "set statement_timeout = 0");
            super.performUpdate(liquibase);
            execute(connection, "reset statement_timeout");
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /** Asks again and again instead of waiting inside one statement, which the time limit of statements would end. */
    private void takeLock(Connection connection) throws SQLException, DatabaseException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        boolean said = false;
        while (!ask(connection, "select pg_try_advisory_lock(" + KEY + ")")) {
            if (System.nanoTime() > giveUp) {
                throw new DatabaseException("another node has been updating the schema for " + PATIENCE);
            }
            if (!said) {
                log.info("Another node is updating the schema; waiting for it.");
                said = true;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DatabaseException(e);
            }
        }
    }

    private static boolean isPostgres(Connection connection) throws SQLException {
        return "PostgreSQL".equals(connection.getMetaData().getDatabaseProductName());
    }

    private static boolean ask(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getBoolean(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
    }
}
