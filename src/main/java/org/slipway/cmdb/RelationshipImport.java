package org.slipway.cmdb;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.slipway.cmdb.RelationshipRepository.Edge;
import org.slipway.cmdb.RelationshipRepository.Present;
import org.slipway.cmdb.graph.CurrentGraph;
import org.slipway.cmdb.graph.DependencyGraph;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * Takes relationships in, some hundred at a time, and removes those that their source has no longer; one that is there
 * already stays as it is.
 */
@Component
class RelationshipImport {

    private static final Set<String> FROM = new LinkedHashSet<>(List.of("from", "from_ci", "source"));
    private static final Set<String> TO = new LinkedHashSet<>(List.of("to", "to_ci", "target"));
    private static final Set<String> TYPE = new LinkedHashSet<>(List.of("type", "relation"));
    private static final int ROWS = 1_000;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final ItemRepository items;
    private final RelationshipRepository relationships;
    private final RelationshipTypes types;
    private final EntityManager entityManager;
    private final CurrentGraph graph;

    RelationshipImport(
            ItemRepository items,
            RelationshipRepository relationships,
            RelationshipTypes types,
            EntityManager entityManager,
            CurrentGraph graph) {
        this.items = items;
        this.relationships = relationships;
        this.types = types;
        this.entityManager = entityManager;
        this.graph = graph;
    }

    static boolean describes(List<String> header) {
        return header.stream().anyMatch(FROM::contains)
                && header.stream().anyMatch(TO::contains)
                && header.stream().anyMatch(TYPE::contains);
    }

    static Wanted row(CsvTable.Row row) {
        return new Wanted(row.line(), new Connection(cell(row, FROM), cell(row, TO), cell(row, TYPE)));
    }

    static Wanted row(JsonSection.Row row) {
        return new Wanted(row.line(), new Connection(text(row, "from"), text(row, "to"), text(row, "type")));
    }

    ImportReport.RelationshipCounts run(String file, IntFunction<List<Wanted>> source, ImportRun run) {
        int created = 0;
        int unchanged = 0;
        ManyRows pages = ManyRows.of(entityManager, ROWS);
        Map<String, RelationshipType> known = new TreeMap<>();
        types.all().forEach(type -> known.put(type.code(), type));
        List<Wanted> mayCloseARing = new ArrayList<>();
        Map<String, UUID> ids = new HashMap<>();
        for (List<Wanted> rows = source.apply(ROWS); !rows.isEmpty(); rows = source.apply(ROWS)) {
            Map<Connection, Integer> wanted = new LinkedHashMap<>();
            for (Wanted row : rows) {
                if (wanted.putIfAbsent(row.connection(), row.line()) != null) {
                    unchanged++;
                }
            }
            find(wanted.keySet(), ids);
            wanted.forEach((connection, line) -> check(connection, line, ids, known, file, run.problems()));
            if (run.isClean()) {
                Set<Edge> present = present(wanted.keySet(), ids, run);
                for (Map.Entry<Connection, Integer> each : wanted.entrySet()) {
                    Edge edge = edge(each.getKey(), ids);
                    if (run.isComplete()) {
                        run.seenRelationships().add(edge.mark());
                    }
                    if (present.contains(edge)) {
                        unchanged++;
                        continue;
                    }
                    RelationshipType type = known.computeIfAbsent(edge.type(), types::register);
                    entityManager.persist(relationship(edge, run));
                    created++;
                    if (type.isAcyclic()) {
                        mayCloseARing.add(new Wanted(each.getValue(), each.getKey()));
                    }
                }
            }
            pages.next(run.isClean());
            run.rows().accept(rows.size());
        }
        if (created > 0) {
            graph.changed();
        }
        refuseRings(mayCloseARing, file, run.problems());
        return new ImportReport.RelationshipCounts(created, unchanged, 0);
    }

    /** Removes what the source brought once and did not bring now. */
    ImportReport.RelationshipCounts removeUnseen(String source, Set<Long> seen) {
        int removed = 0;
        UUID after = BEFORE_ALL;
        for (List<Present> page = relationships.findOf(source, after, Limit.of(ROWS));
                !page.isEmpty();
                page = relationships.findOf(source, after, Limit.of(ROWS))) {
            after = page.get(page.size() - 1).id();
            List<UUID> gone = page.stream()
                    .filter(each -> !seen.contains(each.edge().mark()))
                    .map(Present::id)
                    .toList();
            if (!gone.isEmpty()) {
                removed += relationships.deleteAll(gone);
                graph.changed();
            }
        }
        return new ImportReport.RelationshipCounts(0, 0, removed);
    }

    private static String cell(CsvTable.Row row, Set<String> aliases) {
        return Objects.requireNonNullElse(row.cell(aliases), "");
    }

    private static String text(JsonSection.Row row, String name) {
        return Objects.requireNonNullElse(row.text(name), "");
    }

    private static void check(
            Connection connection,
            int line,
            Map<String, UUID> ids,
            Map<String, RelationshipType> known,
            String file,
            ImportProblems problems) {
        if (!ids.containsKey(connection.from())) {
            problems.add(file, line, "from", "configuration-item-unknown", connection.from());
        }
        if (!ids.containsKey(connection.to())) {
            problems.add(file, line, "to", "configuration-item-unknown", connection.to());
        } else if (connection.to().equals(connection.from())) {
            problems.add(file, line, "to", "relationship-to-itself", connection.to());
        }
        RelationshipType type = known.get(connection.type());
        if (connection.type().isEmpty() || connection.type().length() > Relationship.LONGEST_TYPE) {
            problems.add(file, line, "type", "relationship-type-malformed", Relationship.LONGEST_TYPE);
        } else if (type != null && !type.isActive()) {
            problems.add(file, line, "type", "relationship-type-inactive", connection.type());
        }
    }

    private void refuseRings(List<Wanted> added, String file, ImportProblems problems) {
        if (added.isEmpty() || !problems.isEmpty()) {
            return;
        }
        graph.lock();
        DependencyGraph now = graph.get().graph();
        for (Wanted each : added) {
            Connection connection = each.connection();
            if (now.leads(connection.to(), connection.from(), connection.type())) {
                problems.add(
                        file,
                        each.line(),
                        "to",
                        "relationship-cycle",
                        connection.from(),
                        connection.type(),
                        connection.to());
            }
        }
    }

    /** Looks each item up once, because the rows of a file name the same few again and again. */
    private void find(Collection<Connection> connections, Map<String, UUID> ids) {
        Set<String> keys = new TreeSet<>();
        connections.forEach(connection -> {
            keys.add(connection.from());
            keys.add(connection.to());
        });
        keys.removeAll(ids.keySet());
        if (!keys.isEmpty()) {
            items.findIds(keys).forEach(item -> ids.put(item.key(), item.id()));
        }
    }

    private static Edge edge(Connection connection, Map<String, UUID> ids) {
        return new Edge(
                Objects.requireNonNull(ids.get(connection.from())),
                Objects.requireNonNull(ids.get(connection.to())),
                connection.type());
    }

    /** What is there already between the ends of these; a source that names itself takes it over. */
    private Set<Edge> present(Collection<Connection> connections, Map<String, UUID> ids, ImportRun run) {
        Set<Edge> wanted =
                connections.stream().map(connection -> edge(connection, ids)).collect(Collectors.toSet());
        List<Present> present = relationships
                .findEdges(
                        wanted.stream().map(Edge::from).collect(Collectors.toSet()),
                        wanted.stream().map(Edge::to).collect(Collectors.toSet()))
                .stream()
                .filter(each -> wanted.contains(each.edge()))
                .toList();
        String source = run.source();
        if (source != null) {
            List<UUID> taken = present.stream()
                    .filter(each -> !source.equals(each.source()))
                    .map(Present::id)
                    .toList();
            if (!taken.isEmpty()) {
                relationships.takeOver(taken, source);
            }
        }
        return present.stream().map(Present::edge).collect(Collectors.toCollection(HashSet::new));
    }

    private Relationship relationship(Edge edge, ImportRun run) {
        return new Relationship(
                entityManager.getReference(ConfigurationItem.class, edge.from()),
                entityManager.getReference(ConfigurationItem.class, edge.to()),
                edge.type(),
                run.source());
    }

    /** A relationship that a file asks for. */
    record Wanted(int line, Connection connection) {}
}
