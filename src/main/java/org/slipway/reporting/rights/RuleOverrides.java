package org.slipway.reporting.rights;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slipway.access.Directory;
import org.slipway.shared.Malformed;
import org.slipway.shared.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every time somebody went against a rule that lets itself be overridden, from the histories of releases. The separation of
 * duties is none of them: it holds for everybody (src/docs/domain.md, Permissions).
 */
@Service
class RuleOverrides {

    private record Cursor(Instant at, UUID id) {

        static Cursor of(String after) {
            String[] parts = PageKeys.read(after).split("\n", -1);
            try {
                return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
            } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw new Malformed("page-unknown", "after", after);
            }
        }
    }

    private final JdbcClient jdbc;
    private final Directory directory;
    private final ReportReaders readers;

    RuleOverrides(JdbcClient jdbc, Directory directory, ReportReaders readers) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.readers = readers;
    }

    /**
     * Newest first; a statement per rule, so that each finds its lines in the index. Refuses {@code page-unknown} and, with
     * {@code operation-not-allowed}, who may neither audit nor grant rights.
     */
    @Transactional(readOnly = true)
    public Slice<RuleOverride> find(OverrideQuestion question, @Nullable String after, int limit) {
        readers.require();
        Cursor cursor = after == null ? null : Cursor.of(after);
        List<RuleOverride> found = new ArrayList<>();
        question.rules().forEach(rule -> found.addAll(of(rule, question, cursor, limit + 1)));
        // By time and then as the database orders ids, which is by their text.
        found.sort(Comparator.comparing(RuleOverride::at)
                .thenComparing(each -> each.id().toString())
                .reversed());
        Slice<RuleOverride> page = Slice.of(
                found.subList(0, Math.min(found.size(), limit + 1)),
                limit,
                each -> PageKeys.write(each.at() + "\n" + each.id()));
        Map<String, String> names =
                directory.names(page.items().stream().map(RuleOverride::person).collect(Collectors.toSet()));
        return new Slice<>(page.items().stream().map(each -> named(each, names)).toList(), page.next());
    }

    private List<RuleOverride> of(OverriddenRule rule, OverrideQuestion question, @Nullable Cursor cursor, int limit) {
        StringBuilder where = new StringBuilder("o.category = :category");
        Map<String, Object> values = new HashMap<>();
        values.put("category", rule.category().name());
        and(where, values, "o.decision = :decision", "decision", rule.decision());
        and(where, values, "o.person = :person", "person", question.person());
        and(where, values, "o.at >= :from", "from", moment(question.from()));
        and(where, values, "o.at < :to", "to", moment(question.to()));
        if (cursor != null) {
            and(where, values, "(o.at, o.id) < (:at, :id)", "at", moment(cursor.at()));
            values.put("id", cursor.id());
        }
        return jdbc.sql("select o.id, o.release_number, o.sequence_number, o.cycle_number, o.at, o.person,"
                        + " o.occurrence_text from release_occurrence o where " + where
                        + " order by o.at desc, o.id desc fetch first :first rows only")
                .params(values)
                .param("first", limit)
                .query((row, index) -> override(row, rule))
                .list();
    }

    private static void and(
            StringBuilder where, Map<String, Object> values, String condition, String name, @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            values.put(name, value);
        }
    }

    private static RuleOverride override(ResultSet row, OverriddenRule rule) throws SQLException {
        String person = row.getString("person");
        return new RuleOverride(
                row.getObject("id", UUID.class),
                row.getString("release_number"),
                row.getInt("sequence_number"),
                row.getInt("cycle_number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                person,
                person,
                rule,
                row.getString("occurrence_text"));
    }

    private static RuleOverride named(RuleOverride each, Map<String, String> names) {
        return new RuleOverride(
                each.id(),
                each.release(),
                each.sequence(),
                each.cycle(),
                each.at(),
                each.person(),
                names.getOrDefault(each.person(), each.person()),
                each.rule(),
                each.justification());
    }

    private static @Nullable OffsetDateTime moment(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
