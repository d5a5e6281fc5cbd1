package org.slipway.audit.pack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Rows of tables as JSON objects: a column {@code linked_at} is a field {@code linkedAt}, one that ends in {@code _json} is
 * JSON itself, what is null is absent. Fetched as they are read.
 */
@Component
class Rows {

    private static final int FETCHED = 200;
    private static final String JSON = "_json";

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    Rows(DataSource source, ObjectMapper json) {
        JdbcTemplate fetching = new JdbcTemplate(source);
        fetching.setFetchSize(FETCHED);
        this.jdbc = JdbcClient.create(fetching);
        this.json = json;
    }

    void each(String sql, Map<String, ?> parameters, Consumer<ObjectNode> to) {
        jdbc.sql(sql).params(parameters).query(row -> {
            to.accept(object(row));
        });
    }

    List<ObjectNode> list(String sql, Map<String, ?> parameters) {
        List<ObjectNode> found = new ArrayList<>();
        each(sql, parameters, found::add);
        return found;
    }

    private ObjectNode object(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        ObjectNode object = json.createObjectNode();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            Object value = row.getObject(i);
            String name = columns.getColumnLabel(i).toLowerCase(Locale.ROOT);
            if (value == null) {
                continue;
            }
            if (name.endsWith(JSON)) {
                object.set(field(name.substring(0, name.length() - JSON.length())), parsed(value.toString()));
            } else {
                object.set(field(name), json.valueToTree(plain(value)));
            }
        }
        return object;
    }

    private com.fasterxml.jackson.databind.JsonNode parsed(String text) {
        try {
            return json.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object plain(Object value) {
        if (value instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        if (value instanceof Timestamp time) {
            return time.toInstant();
        }
        return value instanceof java.sql.Date date ? date.toLocalDate() : value;
    }

    static String field(String column) {
        StringBuilder field = new StringBuilder();
        boolean capital = false;
        for (char letter : column.toCharArray()) {
            if (letter == '_') {
                capital = true;
            } else {
                field.append(capital ? Character.toUpperCase(letter) : letter);
                capital = false;
            }
        }
        return field.toString();
    }
}
