package org.slipway.cmdb.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slipway.cmdb.ImpactRule;
import org.slipway.cmdb.graph.DependencyGraph.Adjacency;
import org.slipway.cmdb.graph.DependencyGraph.Rule;

/**
 * How far the loss of some items spreads, taken all at once: whoever needs one of them is impacted, unless enough of the
 * members that it needs remain. Half of a pool taken together is therefore something else than each half alone.
 */
public final class Spread {

    private final DependencyGraph graph;
    private final int[] levels;
    private final int[] causes;
    private final int[] causingTypes;
    private final List<Integer> impacted = new ArrayList<>();
    private final Map<Long, Loss> losses = new HashMap<>();
    private final Map<Integer, Integer> weakenedThrough = new HashMap<>();

    private Spread(DependencyGraph graph) {
        this.graph = graph;
        this.levels = new int[graph.size()];
        this.causes = new int[graph.size()];
        this.causingTypes = new int[graph.size()];
        Arrays.fill(levels, -1);
        Arrays.fill(causes, -1);
    }

    /** Whom the loss of the roots reaches, at most {@code depth} relationships away. */
    public static Spread toDependents(DependencyGraph graph, int[] roots, int depth) {
        Spread spread = new Spread(graph);
        spread.run(roots, depth, graph.dependents(), false);
        return spread;
    }

    /** What the roots need, at most {@code depth} relationships away: where the cause of their trouble may lie. */
    public static Spread toDependencies(DependencyGraph graph, int[] roots, int depth) {
        Spread spread = new Spread(graph);
        spread.run(roots, depth, graph.dependencies(), true);
        return spread;
    }

    private void run(int[] roots, int depth, Adjacency neighbours, boolean plain) {
        for (int root : roots) {
            levels[root] = 0;
        }
        int[] frontier = roots;
        for (int level = 1; level <= depth && frontier.length > 0; level++) {
            int before = impacted.size();
            for (int lostItem : frontier) {
                for (int i = neighbours.begin(lostItem); i < neighbours.end(lostItem); i++) {
                    int item = neighbours.node(i);
                    if (levels[item] < 0
                            && graph.node(item).inUse()
                            && (plain || isImpacted(item, neighbours.type(i)))) {
                        levels[item] = level;
                        causes[item] = lostItem;
                        causingTypes[item] = neighbours.type(i);
                        impacted.add(item);
                    }
                }
            }
            List<Integer> reached = impacted.subList(before, impacted.size());
            reached.sort(Comparator.naturalOrder());
            frontier = reached.stream().mapToInt(Integer::intValue).toArray();
        }
        impacted.forEach(weakenedThrough::remove);
    }

    private boolean isImpacted(int item, int type) {
        Rule rule = graph.rule(item, type);
        if (rule == null) {
            return false;
        }
        if (rule.impact() == ImpactRule.ANY_LOST) {
            return true;
        }
        Loss loss = losses.computeIfAbsent(key(item, type), key -> {
            int members = graph.members(item, type);
            return new Loss(0, members, rule.redundancy().least(members));
        });
        losses.put(key(item, type), loss.oneMore());
        weakenedThrough.put(item, type);
        return !rule.redundancy().isKept(loss.members() - loss.lost() - 1, loss.members());
    }

    private static long key(int item, int type) {
        return ((long) item << Short.SIZE) | type;
    }

    /** The items reached, nearest first, those of one level in the order of their keys. */
    public List<Integer> reached() {
        return impacted;
    }

    /** The items that have lost members but keep enough of them, in the order of their keys. */
    public List<Integer> weakened() {
        return weakenedThrough.keySet().stream().sorted().toList();
    }

    /** How many relationships away an item is; 0 for a root, negative for one that was not reached. */
    public int level(int item) {
        return levels[item];
    }

    /** The type of the relationship through which an item was reached or weakened. */
    public String type(int item) {
        Integer through = weakenedThrough.get(item);
        return graph.type(through == null ? causingTypes[item] : through);
    }

    /** What an item has lost of its members; null for one that was reached without any redundancy. */
    public @Nullable Loss loss(int item) {
        Integer through = weakenedThrough.get(item);
        return losses.get(key(item, through == null ? causingTypes[item] : through));
    }

    /** From an item that was reached to the root that reached it; of a weakened one only itself. */
    public List<String> path(int item) {
        List<String> path = new ArrayList<>();
        for (int at = item; at >= 0; at = causes[at]) {
            path.add(graph.node(at).key());
        }
        return path;
    }

    /**
     * What an item has lost of the members that it needs through one type of relationship.
     *
     * @param least how many must remain
     */
    public record Loss(int lost, int members, int least) {

        Loss oneMore() {
            return new Loss(lost + 1, members, least);
        }
    }
}
