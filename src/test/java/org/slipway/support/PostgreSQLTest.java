package org.slipway.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class PostgreSQLTest {

    @Test
    void keepsThePromisesThatTheLibraryTurnsOff() throws SQLException {
        String url = PostgreSQL.freshDatabase("promises");

        assertThat(setting(url, "fsync")).isEqualTo("on");
        assertThat(setting(url, "synchronous_commit")).isEqualTo("on");
    }

    private static String setting(String url, String name) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, PostgreSQL.USER, PostgreSQL.USER);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show " + name)) {
            row.next();
            return row.getString(1);
        }
    }
}
