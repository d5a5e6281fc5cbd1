package org.slipway.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A real PostgreSQL server from binaries in the local Maven repository, started once per JVM when first asked for.
 * It keeps PostgreSQL's own promises: the library turns {@code fsync} and {@code synchronous_commit} off, which would
 * make every test of durability pass for nothing.
 */
public final class PostgreSQL {

    /** User and password of the server. */
    public static final String USER = "postgres";

    private PostgreSQL() {}

    /** Creates an empty database and returns its JDBC URL. */
    public static String freshDatabase(String name) {
        try (Connection connection = Server.INSTANCE.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
            return Server.INSTANCE.getJdbcUrl(USER, name);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused to create database " + name, e);
        }
    }

    private static final class Server {

        static final EmbeddedPostgres INSTANCE = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void close(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
