package org.slipway.cmdb;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slipway.cmdb.Impact.Direction;
import org.slipway.cmdb.Impact.Effect;
import org.slipway.cmdb.Impact.Loss;
import org.slipway.cmdb.Impact.Order;
import org.slipway.cmdb.Impact.Reached;
import org.slipway.cmdb.Impact.Shown;
import org.slipway.cmdb.graph.CurrentGraph;
import org.slipway.cmdb.graph.DependencyGraph;
import org.slipway.cmdb.graph.DependencyGraph.Node;
import org.slipway.cmdb.graph.Spread;
import org.slipway.shared.Malformed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whom the loss of some configuration items reaches, and what they need: the relationships' impact rules and the items'
 * redundancy decide. Answered from memory: one statement asks whether the graph has changed, one for the statuses of the
 * items shown (src/docs/domain.md, Impact).
 */
@Service
@Transactional(readOnly = true)
public class ImpactGraph {

    /** The farthest that one may look; far enough for the whole of any real CMDB. */
    public static final int DEEPEST = 100;

    /** The most items on one page. */
    public static final int MOST_ITEMS = 2_000;

    private static final int MOST_RELATIONSHIPS = 10_000;
    private static final int MOST_OWNERS = 100;

    private static final Comparator<Found> CRITICAL_FIRST = Comparator.comparing(Found::effect)
            .thenComparing(Found::criticality, Comparator.nullsLast(Comparator.naturalOrder()));

    private final CurrentGraph graph;
    private final ItemRepository items;

    ImpactGraph(CurrentGraph graph, ItemRepository items) {
        this.graph = graph;
        this.items = items;
    }

    /** What is at most {@code depth} relationships away from items that exist, as much as one answer holds. */
    public Impact around(Collection<String> keys, Direction direction, int depth) {
        return around(keys, direction, depth, Shown.ALL, null, MOST_ITEMS);
    }

    /**
     * As {@link #around(Collection, Direction, int)}, showing one page of some of it.
     *
     * @param after the {@code next} of the page before; refuses {@code page-unknown}
     */
    public Impact around(
            Collection<String> keys, Direction direction, int depth, Shown shown, @Nullable String after, int limit) {
        CurrentGraph.Versioned current = graph.get();
        DependencyGraph now = current.graph();
        int levels = Math.max(1, Math.min(depth, DEEPEST));
        Set<String> roots = new LinkedHashSet<>(keys);
        int[] numbers =
                roots.stream().mapToInt(now::find).filter(root -> root >= 0).toArray();
        List<Found> found = find(now, numbers, direction, levels);
        List<Found> wanted = wanted(found, shown);
        int from = after == null ? 0 : page(after, wanted.size());
        List<Found> page = wanted.subList(from, Math.min(wanted.size(), from + limit));
        boolean more = from + page.size() < wanted.size();
        return new Impact(
                List.copyOf(roots),
                direction,
                levels,
                describe(page),
                between(now, numbers, page),
                totals(wanted),
                owners(wanted),
                current.version(),
                more,
                more ? String.valueOf(from + page.size()) : null);
    }

    /** Moves whenever an impact may have become another one. */
    public long version() {
        return graph.version();
    }

    private static List<Found> find(DependencyGraph graph, int[] roots, Direction direction, int depth) {
        List<Found> found = new ArrayList<>();
        if (direction != Direction.DEPENDENCIES) {
            Spread spread = Spread.toDependents(graph, roots, depth);
            spread.reached().forEach(item -> found.add(new Found(graph, spread, item, Effect.IMPACTED)));
            spread.weakened().forEach(item -> found.add(new Found(graph, spread, item, Effect.WEAKENED)));
        }
        if (direction != Direction.DEPENDENTS) {
            Set<Integer> affected = new TreeSet<>();
            found.forEach(item -> affected.add(item.number()));
            Spread spread = Spread.toDependencies(graph, roots, depth);
            spread.reached().stream()
                    .filter(item -> !affected.contains(item))
                    .forEach(item -> found.add(new Found(graph, spread, item, Effect.NEEDED)));
        }
        return found;
    }

    private static List<Found> wanted(List<Found> found, Shown shown) {
        Stream<Found> wanted = found.stream().filter(item -> isShown(item, shown));
        return (shown.order() == Order.CRITICAL_FIRST ? wanted.sorted(CRITICAL_FIRST) : wanted).toList();
    }

    private static boolean isShown(Found item, Shown shown) {
        Node node = item.node();
        return (shown.classes().isEmpty() || shown.classes().contains(node.itemClass()))
                && (shown.environment() == null || shown.environment().equals(node.environment()))
                && (shown.effect() == null || shown.effect() == item.effect())
                && (shown.criticality() == null
                        || item.criticality() != null && item.criticality().compareTo(shown.criticality()) <= 0);
    }

    private List<Reached> describe(List<Found> page) {
        Map<String, ItemStatus> statuses = new HashMap<>();
        Chunks.of(
                page.stream().map(item -> item.node().key()).toList(),
                chunk -> items.findStatuses(chunk).forEach(status -> statuses.put(status.key(), status.status())));
        return page.stream()
                .map(item -> item.reached(statuses.get(item.node().key())))
                .toList();
    }

    private static List<Connection> between(DependencyGraph graph, int[] roots, List<Found> page) {
        Set<Integer> ends = new TreeSet<>();
        for (int root : roots) {
            ends.add(root);
        }
        page.forEach(item -> ends.add(item.number()));
        List<Connection> connections = new ArrayList<>();
        for (int end : ends) {
            for (int i = graph.dependencies().begin(end);
                    i < graph.dependencies().end(end);
                    i++) {
                int other = graph.dependencies().node(i);
                if (ends.contains(other) && connections.size() < MOST_RELATIONSHIPS) {
                    connections.add(new Connection(
                            graph.node(end).key(),
                            graph.node(other).key(),
                            graph.type(graph.dependencies().type(i))));
                }
            }
        }
        return connections;
    }

    private static Impact.Totals totals(List<Found> found) {
        int[] totals = new int[Effect.values().length];
        found.forEach(item -> totals[item.effect().ordinal()]++);
        return new Impact.Totals(totals[0], totals[1], totals[2]);
    }

    private static List<String> owners(List<Found> found) {
        return found.stream()
                .filter(item -> item.effect() != Effect.NEEDED)
                .flatMap(item -> Stream.ofNullable(item.node().owner()))
                .distinct()
                .limit(MOST_OWNERS)
                .sorted()
                .toList();
    }

    private static int page(String after, int size) {
        try {
            int from = Integer.parseInt(after);
            if (from >= 0) {
                return Math.min(from, size);
            }
        } catch (NumberFormatException e) {
            // Not of our making: refused below like every other foreign cursor.
        }
        throw new Malformed("page-unknown", "after", after);
    }

    /** An item that a spread has found. */
    private record Found(DependencyGraph graph, Spread spread, int number, Effect effect) {

        Node node() {
            return graph.node(number);
        }

        @Nullable
        Criticality criticality() {
            String criticality = node().criticality();
            return criticality == null ? null : Criticality.valueOf(criticality);
        }

        Reached reached(@Nullable ItemStatus status) {
            Spread.Loss loss = effect == Effect.NEEDED ? null : spread.loss(number);
            return new Reached(
                    node().key(),
                    node().name(),
                    node().itemClass(),
                    status,
                    criticality(),
                    node().environment(),
                    node().owner(),
                    Math.max(1, spread.level(number)),
                    effect,
                    spread.type(number),
                    spread.path(number),
                    loss == null ? null : new Loss(loss.lost(), loss.members(), loss.least()));
        }
    }
}
