package org.slipway.cmdb;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slipway.cmdb.RelationshipRepository.Edge;
import org.slipway.cmdb.graph.CurrentGraph;
import org.springframework.stereotype.Component;

/** Takes relationships in from a table, some hundred rows at a time; one that is there already stays as it is. */
@Component
class RelationshipImport {

    private static final Set<String> FROM = new LinkedHashSet<>(List.of("from", "from_ci", "source"));
    private static final Set<String> TO = new LinkedHashSet<>(List.of("to", "to_ci", "target"));
    private static final Set<String> TYPE = new LinkedHashSet<>(List.of("type", "relation"));
    private static final int ROWS = 500;

    private final ItemRepository items;
    private final RelationshipRepository relationships;
    private final EntityManager entityManager;
    private final CurrentGraph graph;

    RelationshipImport(
            ItemRepository items,
            RelationshipRepository relationships,
            EntityManager entityManager,
            CurrentGraph graph) {
        this.items = items;
        this.relationships = relationships;
        this.entityManager = entityManager;
        this.graph = graph;
    }

    static boolean describes(List<String> header) {
        return header.stream().anyMatch(FROM::contains)
                && header.stream().anyMatch(TO::contains)
                && header.stream().anyMatch(TYPE::contains);
    }

    ImportReport.RelationshipCounts run(CsvTable table, ImportProblems problems) {
        int created = 0;
        int unchanged = 0;
        for (List<CsvTable.Row> rows = table.next(ROWS); !rows.isEmpty(); rows = table.next(ROWS)) {
            Map<Connection, Integer> wanted = new LinkedHashMap<>();
            for (CsvTable.Row row : rows) {
                if (wanted.putIfAbsent(connection(row), row.line()) != null) {
                    unchanged++;
                }
            }
            Map<String, UUID> ids = ids(wanted.keySet());
            wanted.forEach((connection, line) -> check(connection, line, ids, table.file(), problems));
            if (problems.isEmpty()) {
                Collection<Edge> edges = edges(wanted.keySet(), ids);
                Set<Edge> present = present(edges);
                for (Edge edge : edges) {
                    if (present.contains(edge)) {
                        unchanged++;
                    } else {
                        entityManager.persist(relationship(edge));
                        graph.changed();
                        created++;
                    }
                }
                entityManager.flush();
            }
            entityManager.clear();
        }
        return new ImportReport.RelationshipCounts(created, unchanged);
    }

    private static Connection connection(CsvTable.Row row) {
        return new Connection(cell(row, FROM), cell(row, TO), cell(row, TYPE));
    }

    private static String cell(CsvTable.Row row, Set<String> aliases) {
        return Objects.requireNonNullElse(row.cell(aliases), "");
    }

    private static void check(
            Connection connection, int line, Map<String, UUID> ids, String file, ImportProblems problems) {
        if (!ids.containsKey(connection.from())) {
            problems.add(file, line, "from", "configuration-item-unknown", connection.from());
        }
        if (!ids.containsKey(connection.to())) {
            problems.add(file, line, "to", "configuration-item-unknown", connection.to());
        } else if (connection.to().equals(connection.from())) {
            problems.add(file, line, "to", "relationship-to-itself", connection.to());
        }
        if (connection.type().isEmpty() || connection.type().length() > Relationship.LONGEST_TYPE) {
            problems.add(file, line, "type", "relationship-type-malformed", Relationship.LONGEST_TYPE);
        }
    }

    private Map<String, UUID> ids(Collection<Connection> connections) {
        Set<String> keys = new HashSet<>();
        connections.forEach(connection -> {
            keys.add(connection.from());
            keys.add(connection.to());
        });
        Map<String, UUID> ids = new HashMap<>();
        items.findIds(keys).forEach(item -> ids.put(item.key(), item.id()));
        return ids;
    }

    private static List<Edge> edges(Collection<Connection> connections, Map<String, UUID> ids) {
        return connections.stream()
                .map(connection -> new Edge(id(connection.from(), ids), id(connection.to(), ids), connection.type()))
                .toList();
    }

    private static UUID id(String key, Map<String, UUID> ids) {
        return Objects.requireNonNull(ids.get(key));
    }

    /** What is there already between the ends of these. */
    private Set<Edge> present(Collection<Edge> edges) {
        Set<UUID> from = edges.stream().map(Edge::from).collect(Collectors.toSet());
        Set<UUID> to = edges.stream().map(Edge::to).collect(Collectors.toSet());
        return new HashSet<>(relationships.findEdges(from, to));
    }

    private Relationship relationship(Edge edge) {
        return new Relationship(
                entityManager.getReference(ConfigurationItem.class, edge.from()),
                entityManager.getReference(ConfigurationItem.class, edge.to()),
                edge.type());
    }
}
