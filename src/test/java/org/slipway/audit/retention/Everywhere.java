package org.slipway.audit.retention;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for a word in every column of every table that can hold text or bytes, and knows all of them. */
final class Everywhere {

    private static final String COLUMNS = "select lower(table_name), lower(column_name), lower(data_type)"
            + " from information_schema.columns where lower(table_schema) = 'public' order by 1, 2";

    record Column(String table, String name, String type) {

        boolean isText() {
            return type.startsWith("character") || type.equals("text");
        }

        boolean isBytes() {
            return type.startsWith("binary") || type.equals("bytea");
        }

        @Override
        public String toString() {
            return table + "." + name;
        }
    }

    private final JdbcClient jdbc;

    Everywhere(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Column> columns() {
        return jdbc.sql(COLUMNS)
                .query((row, index) -> new Column(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    /** The columns in which the word stands, in whatever case. */
    TreeSet<String> of(String word) {
        TreeSet<String> found = new TreeSet<>();
        for (Column column : columns()) {
            if (column.isText() && stands(column, word) || column.isBytes() && standsInBytes(column, word)) {
                found.add(column.toString());
            }
        }
        return found;
    }

    private boolean stands(Column column, String word) {
        return jdbc.sql("select count(*) from " + column.table() + " where position(:word in lower(" + column.name()
                                + ")) > 0")
                        .param("word", word.toLowerCase(Locale.ROOT))
                        .query(Long.class)
                        .single()
                > 0;
    }

    private boolean standsInBytes(Column column, String word) {
        return jdbc
                .sql("select " + column.name() + " from " + column.table() + " where " + column.name() + " is not null")
                .query((row, index) -> row.getBytes(1))
                .list()
                .stream()
                .anyMatch(bytes ->
                        new String(bytes, UTF_8).toLowerCase(Locale.ROOT).contains(word));
    }
}
