package org.slipway.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slipway.access.Operation;
import org.slipway.access.Rights;
import org.slipway.release.HistoryLine;
import org.slipway.shared.Malformed;
import org.slipway.shared.Slice;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds in both halves of the journal, newest first: its own entries and the histories of releases, of which it reads only. */
@Service
class JournalSearch {

    /** At the same moment, entries stand before lines. */
    private static final int ENTRIES = 0;

    private static final int LINES = 1;

    private record Cursor(Instant at, int half, UUID id) {

        static Cursor of(String after) {
            String[] parts = after.split("_", 3);
            try {
                return new Cursor(Instant.parse(parts[0]), Integer.parseInt(parts[1]), UUID.fromString(parts[2]));
            } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
                throw new Malformed("page-unknown", "after", after);
            }
        }
    }

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Rights rights;

    JournalSearch(JdbcClient jdbc, ObjectMapper json, Rights rights) {
        this.jdbc = jdbc;
        this.json = json;
        this.rights = rights;
    }

    /** Refuses with {@code operation-not-allowed} who may not audit. */
    @Transactional(readOnly = true)
    public Slice<JournalItem> find(JournalQuestion question, @Nullable String after, int limit) {
        rights.require(Operation.AUDIT);
        Cursor cursor = after == null ? null : Cursor.of(after);
        List<JournalItem> found = new ArrayList<>();
        if (question.isAboutEntries()) {
            found.addAll(rows(
                    "select " + JournalRows.ENTRY + " from audit_entry e",
                    "e",
                    "e.kind",
                    ENTRIES,
                    question,
                    cursor,
                    limit,
                    (row, index) -> item(JournalRows.entry(row))));
        }
        if (question.isAboutLines()) {
            found.addAll(rows(
                    "select o.id, " + JournalRows.LINE + " from release_occurrence o",
                    "o",
                    "o.category",
                    LINES,
                    question,
                    cursor,
                    limit,
                    (row, index) -> item(row.getObject("id", UUID.class), JournalRows.line(row))));
        }
        // Stable: what one half gave in the order of its ids stays in it.
        found.sort(Comparator.comparing(JournalItem::at).reversed().thenComparing(JournalSearch::half));
        return Slice.of(found, limit, item -> item.at() + "_" + half(item) + "_" + item.id());
    }

    private List<JournalItem> rows(
            String select,
            String table,
            String kind,
            int half,
            JournalQuestion question,
            @Nullable Cursor cursor,
            int limit,
            RowMapper<JournalItem> mapper) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        Map<String, Object> values = new HashMap<>();
        if (question.kind() != null) {
            conditions.add(kind + " = :kind");
            values.put("kind", question.kind());
        }
        if (question.person() != null) {
            conditions.add(table + ".person = :person");
            values.put("person", question.person());
        }
        if (question.release() != null) {
            conditions.add(table + ".release_number = :release");
            values.put("release", question.release());
        }
        if (question.from() != null) {
            conditions.add(table + ".at >= :from");
            values.put("from", question.from().atOffset(ZoneOffset.UTC));
        }
        if (question.to() != null) {
            conditions.add(table + ".at < :to");
            values.put("to", question.to().atOffset(ZoneOffset.UTC));
        }
        if (cursor != null) {
            conditions.add(after(table, half, cursor.half()));
            values.put("at", cursor.at().atOffset(ZoneOffset.UTC));
            values.put("id", cursor.id());
        }
        // A value as well, so that PostgreSQL plans for the others: one plan for all kinds and people looks through
        // everything.
        values.put("first", limit + 1);
        return jdbc.sql(select + " where " + String.join(" and ", conditions) + " order by " + table + ".at desc, "
                        + table + ".id desc fetch first :first rows only")
                .params(values)
                .query(mapper)
                .list();
    }

    private static String after(String table, int half, int cursorHalf) {
        String at = table + ".at";
        if (half == cursorHalf) {
            return "(" + at + ", " + table + ".id) < (:at, :id)";
        }
        // The identifier is named, so that every statement takes the same values.
        return at + (half > cursorHalf ? " <= :at" : " < :at") + " and cast(:id as uuid) is not null";
    }

    private static int half(JournalItem item) {
        return item.sequence() == null ? ENTRIES : LINES;
    }

    private JournalItem item(JournalEntry entry) {
        return new JournalItem(
                entry.id(),
                entry.at(),
                entry.person(),
                entry.origin(),
                entry.kind(),
                entry.release(),
                entry.subject(),
                entry.detail() == null ? null : read(entry.detail()),
                null,
                entry.position(),
                entry.hash());
    }

    private JournalItem item(UUID id, HistoryLine line) {
        ObjectNode detail = json.createObjectNode();
        detail.put("cycle", line.cycle());
        Stream.of(
                        new String[] {"task", line.task()},
                        new String[] {"statusBefore", line.statusBefore()},
                        new String[] {"statusAfter", line.statusAfter()},
                        new String[] {"decision", line.decision()},
                        new String[] {"text", line.text()})
                .filter(field -> field[1] != null)
                .forEach(field -> detail.put(field[0], field[1]));
        return new JournalItem(
                id,
                line.at(),
                line.person(),
                line.origin(),
                line.category(),
                line.release(),
                line.release(),
                detail,
                line.sequence(),
                null,
                line.hash());
    }

    private JsonNode read(String detail) {
        try {
            return json.readTree(detail);
        } catch (JsonProcessingException e) {
            // Somebody bent it; he is found by verifying, and still shown.
            return TextNode.valueOf(detail);
        }
    }
}
