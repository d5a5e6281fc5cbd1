package org.slipway.cmdb.graph;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slipway.cmdb.ImpactRule;
import org.slipway.cmdb.ItemStatus;
import org.slipway.cmdb.Redundancy;
import org.slipway.cmdb.graph.DependencyGraph.Node;
import org.slipway.cmdb.graph.DependencyGraph.Rule;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads the whole graph and its version from the database, row by row, in one statement, because two would see different
 * CMDBs when somebody commits between them. Statuses are not part of the graph but for whether an item is in use, so that
 * releases at work on items do not make it out of date.
 */
final class GraphLoader {

    private static final int ROWS = 5_000;
    private static final int VERSION = 0;
    private static final int TYPE = 1;
    private static final int ITEM = 2;
    private static final String ALL = """
            select 0, version, cast(null as uuid), cast(null as uuid),
                   cast(null as varchar(200)), cast(null as varchar(200)), cast(null as varchar(60)),
                   cast(null as varchar(10)), cast(null as varchar(60)), cast(null as varchar(200)),
                   cast(null as varchar(2000))
              from cmdb_graph
             union all
            select 1, 0, null, null, code, null, impact_rule, null, null, null, redundancy
              from cmdb_relationship_type
             union all
            select 2,
                   case when end_date is null and status not in (%s)
                        then 1 else 0 end,
                   id, null, item_key, name, item_class, criticality, environment, owner, redundancy
              from cmdb_item
             union all
            select 3, 0, from_id, to_id, type, null, null, null, null, null, null
              from cmdb_relationship
            """.formatted(outOfUse());

    private final JdbcTemplate jdbc;
    private final Map<String, Rule> rules = new HashMap<>();
    private final List<String> types = new ArrayList<>();
    private final Map<String, Integer> typeNumbers = new HashMap<>();
    private final Map<String, String> words = new HashMap<>();
    private final List<Loaded> items = new ArrayList<>();
    private final Map<UUID, Integer> numbers = new HashMap<>();
    private int[] from = new int[1024];
    private int[] to = new int[1024];
    private int[] type = new int[1024];
    private int edges;
    private long version;

    GraphLoader(JdbcTemplate jdbc) {
        this.jdbc = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        this.jdbc.setFetchSize(ROWS);
    }

    private static String outOfUse() {
        return Stream.of(ItemStatus.values())
                .filter(status -> !status.isInUse())
                .map(status -> "'" + status + "'")
                .collect(Collectors.joining(", "));
    }

    CurrentGraph.Versioned load() {
        jdbc.query(ALL, row -> {
            switch (row.getInt(1)) {
                case VERSION -> version = row.getLong(2);
                case TYPE ->
                    rules.put(
                            row.getString(5),
                            new Rule(ImpactRule.valueOf(row.getString(7)), redundancyOrOne(row.getString(11))));
                case ITEM -> items.add(item(row));
                default -> add(number(row, 3), number(row, 4), typeNumber(row.getString(5)));
            }
        });
        // In Java's order, because databases order text in ways of their own.
        items.sort((one, other) -> one.node().key().compareTo(other.node().key()));
        int[] places = new int[numbers.size()];
        Map<Integer, Map<String, Redundancy>> ownRedundancy = new HashMap<>();
        for (int place = 0; place < items.size(); place++) {
            Loaded item = items.get(place);
            places[item.number()] = place;
            if (item.redundancy() != null) {
                ownRedundancy.put(place, RedundancyText.parse(item.redundancy()));
            }
        }
        List<String> sortedTypes = types.stream().sorted().toList();
        return new CurrentGraph.Versioned(
                version,
                new DependencyGraph(
                        items.stream().map(Loaded::node).toArray(Node[]::new),
                        sortedTypes,
                        sortedTypes.stream()
                                .map(code -> rules.getOrDefault(code, new Rule(ImpactRule.ANY_LOST, Redundancy.ONE)))
                                .toList(),
                        ownRedundancy,
                        renumbered(from, places),
                        renumbered(to, places),
                        renumbered(
                                type,
                                types.stream().mapToInt(sortedTypes::indexOf).toArray())));
    }

    private Loaded item(ResultSet row) throws SQLException {
        return new Loaded(
                number(row, 3),
                new Node(
                        row.getString(5),
                        row.getString(6),
                        word(row.getString(7)),
                        wordOrNull(row.getString(8)),
                        wordOrNull(row.getString(9)),
                        wordOrNull(row.getString(10)),
                        row.getInt(2) == 1),
                row.getString(11));
    }

    /** As they come, whether with the item itself or with a relationship of it. */
    private int number(ResultSet row, int column) throws SQLException {
        return numbers.computeIfAbsent(row.getObject(column, UUID.class), unknown -> numbers.size());
    }

    private int[] renumbered(int[] ends, int[] places) {
        return Arrays.stream(ends, 0, edges).map(end -> places[end]).toArray();
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

    private record Loaded(int number, Node node, @Nullable String redundancy) {}
}
