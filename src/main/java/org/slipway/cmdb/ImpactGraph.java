package org.slipway.cmdb;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slipway.cmdb.Impact.Direction;
import org.slipway.cmdb.Impact.Reached;
import org.slipway.cmdb.Impact.Shown;
import org.slipway.cmdb.graph.Adjacency;
import org.slipway.cmdb.graph.CurrentGraph;
import org.slipway.cmdb.graph.DependencyGraph;
import org.slipway.shared.Malformed;
import org.slipway.shared.Unknown;
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

    private final CurrentGraph graph;
    private final ItemRepository items;

    ImpactGraph(CurrentGraph graph, ItemRepository items) {
        this.graph = graph;
        this.items = items;
    }

    /** Whom the loss of those of the items that exist reaches; takes no statement but the one for the version. */
    public Impact.Extent extent(Collection<String> keys) {
        CurrentGraph.Versioned current = graph.get();
        Findings found = Findings.of(current.graph(), numbers(current.graph(), keys), Direction.DEPENDENTS, DEEPEST);
        int to = Math.min(found.size(), MOST_ITEMS);
        int impacted = Math.min(found.totals().impacted(), to);
        return new Impact.Extent(found.keys(0, impacted), found.keys(impacted, to), found.totals(), current.version());
    }

    /**
     * What is at most {@code depth} relationships away from items that exist, one page of what is to be shown of it.
     *
     * @param after the {@code next} of the page before; refuses {@code page-unknown}
     */
    public Impact around(
            Collection<String> keys, Direction direction, int depth, Shown shown, @Nullable String after, int limit) {
        return answer(graph.get(), keys, direction, depth, shown, after, limit);
    }

    /** Of one item that a caller addresses; {@code configuration-item-unknown} (404) if there is none. */
    Impact of(String key, Direction direction, int depth, Shown shown, @Nullable String after, int limit) {
        CurrentGraph.Versioned current = graph.get();
        if (current.graph().find(key) < 0) {
            throw new Unknown("configuration-item-unknown", null, key);
        }
        return answer(current, List.of(key), direction, depth, shown, after, limit);
    }

    /** Of items that a caller names in a field; {@code configuration-item-unknown} (400) with the place of the first that is none. */
    Impact ofAll(
            String field,
            List<String> keys,
            Direction direction,
            int depth,
            Shown shown,
            @Nullable String after,
            int limit) {
        CurrentGraph.Versioned current = graph.get();
        for (int i = 0; i < keys.size(); i++) {
            if (current.graph().find(keys.get(i)) < 0) {
                throw new Malformed("configuration-item-unknown", field + "[" + i + "]", keys.get(i));
            }
        }
        return answer(current, keys, direction, depth, shown, after, limit);
    }

    private Impact answer(
            CurrentGraph.Versioned current,
            Collection<String> keys,
            Direction direction,
            int depth,
            Shown shown,
            @Nullable String after,
            int limit) {
        DependencyGraph now = current.graph();
        int levels = Math.max(1, Math.min(depth, DEEPEST));
        int[] numbers = numbers(now, keys);
        Findings found = Findings.of(now, numbers, direction, levels).shown(shown);
        int from = after == null ? 0 : page(after, found.size());
        int to = Math.min(found.size(), from + limit);
        boolean more = to < found.size();
        return new Impact(
                keys.stream().distinct().toList(),
                direction,
                levels,
                describe(found, from, to),
                between(now, numbers, found, from, to),
                found.totals(),
                found.owners(),
                current.version(),
                more,
                more ? String.valueOf(to) : null);
    }

    /** Moves whenever an impact may have become another one. */
    public long version() {
        return graph.version();
    }

    private static int[] numbers(DependencyGraph graph, Collection<String> keys) {
        return keys.stream()
                .distinct()
                .mapToInt(graph::find)
                .filter(item -> item >= 0)
                .toArray();
    }

    private List<Reached> describe(Findings found, int from, int to) {
        Map<String, ItemStatus> statuses = new HashMap<>();
        Chunks.of(
                found.keys(from, to),
                chunk -> items.findStatuses(chunk).forEach(status -> statuses.put(status.key(), status.status())));
        return IntStream.range(from, to)
                .mapToObj(place -> found.reached(place, statuses.get(found.key(place))))
                .toList();
    }

    private static List<Connection> between(DependencyGraph graph, int[] roots, Findings found, int from, int to) {
        BitSet ends = new BitSet(graph.size());
        for (int root : roots) {
            ends.set(root);
        }
        for (int place = from; place < to; place++) {
            ends.set(found.item(place));
        }
        Adjacency needs = graph.dependencies();
        List<Connection> connections = new ArrayList<>();
        for (int end = ends.nextSetBit(0); end >= 0; end = ends.nextSetBit(end + 1)) {
            for (int i = needs.begin(end); i < needs.end(end) && connections.size() < MOST_RELATIONSHIPS; i++) {
                if (ends.get(needs.node(i))) {
                    connections.add(new Connection(
                            graph.node(end).key(), graph.node(needs.node(i)).key(), graph.type(needs.type(i))));
                }
            }
        }
        return connections;
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
}
