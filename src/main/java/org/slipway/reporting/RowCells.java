package org.slipway.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slipway.release.Window;

/** What one row holds, from its first column to its last: to look each up by its name takes as long as to fetch it. */
final class RowCells {

    private final ResultSet row;
    private int column;

    RowCells(ResultSet row) {
        this.row = row;
    }

    String text() throws SQLException {
        return Objects.requireNonNull(textOrNull());
    }

    @Nullable
    String textOrNull() throws SQLException {
        return row.getString(++column);
    }

    <E extends Enum<E>> E oneOf(Class<E> type) throws SQLException {
        return Enum.valueOf(type, text());
    }

    <E extends Enum<E>> @Nullable E oneOfOrNull(Class<E> type) throws SQLException {
        String name = textOrNull();
        return name == null ? null : Enum.valueOf(type, name);
    }

    int number() throws SQLException {
        return row.getInt(++column);
    }

    long minutes() throws SQLException {
        return row.getLong(++column);
    }

    boolean truth() throws SQLException {
        return row.getBoolean(++column);
    }

    Instant moment() throws SQLException {
        return Objects.requireNonNull(momentOrNull());
    }

    @Nullable
    Instant momentOrNull() throws SQLException {
        OffsetDateTime moment = row.getObject(++column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    Window window() throws SQLException {
        return new Window(moment(), moment());
    }

    @Nullable
    LocalDate dayOrNull() throws SQLException {
        return row.getObject(++column, LocalDate.class);
    }
}
