package org.slipway.cmdb;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.hibernate.Session;

/** One transaction that writes page after page of rows, perhaps many more than the tables had before. */
final class ManyRows {

    private final Session session;
    private int pages;

    private ManyRows(Session session) {
        this.session = session;
    }

    /** @param page so many rows travel to the database at once */
    static ManyRows of(EntityManager entityManager, int page) {
        Session session = entityManager.unwrap(Session.class);
        session.setJdbcBatchSize(page);
        return new ManyRows(session);
    }

    /** Writes a page, if it may be written, and forgets it. */
    void next(boolean write) {
        if (write) {
            session.flush();
            pages++;
            if (Integer.bitCount(pages) == 1) {
                session.doWork(ManyRows::planAgain);
            }
        }
        session.clear();
    }

    /**
     * PostgreSQL keeps the plans of statements that are asked again and again, and to read all of a small table is a good
     * plan until that table has grown a thousandfold in the same transaction, which no statistics show.
     */
    private static void planAgain(Connection connection) throws SQLException {
        if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("discard plans");
            }
        }
    }
}
