package org.slipway.cmdb.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slipway.cmdb.ImpactRule;
import org.slipway.cmdb.Redundancy;
import org.slipway.cmdb.graph.DependencyGraph.Node;
import org.slipway.cmdb.graph.DependencyGraph.Rule;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads the whole graph from the database, in two statements and one for the types, row by row. Statuses are not part of
 * it but for whether an item is in use, so that releases at work on items do not make it out of date.
 */
final class GraphLoader {

    private static final int ROWS = 5_000;
    private static final String ITEMS =
            "select id, item_key, name, item_class, criticality, environment, owner, redundancy,"
                    + " case when end_date is null and status not in ('DEACTIVATED', 'ARCHIVED', 'DESTROYED') then 1 else 0 end"
                    + " as in_use from cmdb_item";
    private static final String RELATIONSHIPS = "select from_id, to_id, type from cmdb_relationship order by id";
    private static final String TYPES = "select code, impact_rule, redundancy from cmdb_relationship_type";

    private final JdbcTemplate jdbc;
    private final Map<String, Rule> rules = new HashMap<>();
    private final List<String> types = new ArrayList<>();
    private final Map<String, Integer> typeNumbers = new HashMap<>();
    private final Map<String, String> words = new HashMap<>();
    private final List<Loaded> items = new ArrayList<>();
    private final Map<Integer, Map<String, Redundancy>> ownRedundancy = new HashMap<>();
    private int[] from = new int[1024];
    private int[] to = new int[1024];
    private int[] type = new int[1024];
    private int edges;

    GraphLoader(JdbcTemplate jdbc) {
        this.jdbc = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        this.jdbc.setFetchSize(ROWS);
    }

    DependencyGraph load() {
        jdbc.query(TYPES, row -> {
            rules.put(
                    row.getString("code"),
                    new Rule(
                            ImpactRule.valueOf(row.getString("impact_rule")),
                            redundancyOrOne(row.getString("redundancy"))));
        });
        jdbc.query(ITEMS, row -> {
            items.add(new Loaded(
                    row.getObject("id", UUID.class),
                    new Node(
                            row.getString("item_key"),
                            row.getString("name"),
                            word(row.getString("item_class")),
                            wordOrNull(row.getString("criticality")),
                            wordOrNull(row.getString("environment")),
                            wordOrNull(row.getString("owner")),
                            row.getInt("in_use") == 1),
                    row.getString("redundancy")));
        });
        // In Java's order, because databases order text in ways of their own.
        items.sort((one, other) -> one.node().key().compareTo(other.node().key()));
        Map<UUID, Integer> numbers = new HashMap<>(items.size() * 2);
        for (int i = 0; i < items.size(); i++) {
            Loaded item = items.get(i);
            numbers.put(item.id(), i);
            if (item.redundancy() != null) {
                ownRedundancy.put(i, RedundancyText.parse(item.redundancy()));
            }
        }
        jdbc.query(RELATIONSHIPS, row -> {
            Integer start = numbers.get(row.getObject("from_id", UUID.class));
            Integer end = numbers.get(row.getObject("to_id", UUID.class));
            // One of the two may have come between the statements; the next version of the graph will know it.
            if (start != null && end != null) {
                add(start, end, typeNumber(row.getString("type")));
            }
        });
        return new DependencyGraph(
                items.stream().map(Loaded::node).toArray(Node[]::new),
                types,
                types.stream()
                        .map(code -> rules.getOrDefault(code, new Rule(ImpactRule.ANY_LOST, Redundancy.ONE)))
                        .toList(),
                ownRedundancy,
                Arrays.copyOf(from, edges),
                Arrays.copyOf(to, edges),
                Arrays.copyOf(type, edges));
    }

    private void add(int start, int end, int typeNumber) {
        if (edges == from.length) {
            from = Arrays.copyOf(from, edges * 2);
            to = Arrays.copyOf(to, edges * 2);
            type = Arrays.copyOf(type, edges * 2);
        }
        from[edges] = start;
        to[edges] = end;
        type[edges++] = typeNumber;
    }

    private int typeNumber(String code) {
        return typeNumbers.computeIfAbsent(code, unknown -> {
            types.add(unknown);
            return types.size() - 1;
        });
    }

    private static Redundancy redundancyOrOne(@Nullable String text) {
        return text == null ? Redundancy.ONE : Redundancy.parse(text);
    }

    /** The same word once, however many items have it. */
    private String word(String text) {
        return words.computeIfAbsent(text, same -> same);
    }

    private @Nullable String wordOrNull(@Nullable String text) {
        return text == null ? null : word(text);
    }

    private record Loaded(UUID id, Node node, @Nullable String redundancy) {}
}
