package org.slipway.cmdb.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slipway.cmdb.graph.DependencyGraph.Pool;

/**
 * How far the loss of some items spreads, taken all at once: whoever needs one of them is impacted, unless enough of the
 * members that it needs remain. Half of a pool taken together is therefore something else than each half alone.
 */
public final class Spread {

    private static final int NONE = -1;

    private final DependencyGraph graph;
    private final Adjacency neighbours;
    private final boolean plain;
    private final int[] levels;
    private final int[] causes;
    /** Where in the neighbours of its cause an item was reached. */
    private final int[] places;
    /** Where in the neighbours of what it lost last an item lost a member. */
    private final int[] weakenedAt;

    private final int[] lost;
    private int[] reached = new int[64];
    private int count;

    private Spread(DependencyGraph graph, Adjacency neighbours, boolean plain) {
        this.graph = graph;
        this.neighbours = neighbours;
        this.plain = plain;
        this.levels = filled(graph.size());
        this.causes = filled(graph.size());
        this.places = new int[graph.size()];
        this.weakenedAt = plain ? new int[0] : filled(graph.size());
        this.lost = new int[plain ? 0 : graph.pools()];
    }

    private static int[] filled(int size) {
        int[] array = new int[size];
        Arrays.fill(array, NONE);
        return array;
    }

    /** Whom the loss of the roots reaches, at most {@code depth} relationships away. */
    public static Spread toDependents(DependencyGraph graph, int[] roots, int depth) {
        return new Spread(graph, graph.dependents(), false).run(roots, depth);
    }

    /** What the roots need, at most {@code depth} relationships away: where the cause of their trouble may lie. */
    public static Spread toDependencies(DependencyGraph graph, int[] roots, int depth) {
        return new Spread(graph, graph.dependencies(), true).run(roots, depth);
    }

    private Spread run(int[] roots, int depth) {
        for (int root : roots) {
            levels[root] = 0;
        }
        for (int root : roots) {
            follow(root, 1);
        }
        int begin = 0;
        for (int level = 2; level <= depth && begin < count; level++) {
            int end = count;
            Arrays.sort(reached, begin, end);
            for (int i = begin; i < end; i++) {
                follow(reached[i], level);
            }
            begin = end;
        }
        Arrays.sort(reached, begin, count);
        return this;
    }

    private void follow(int lostItem, int level) {
        for (int i = neighbours.begin(lostItem); i < neighbours.end(lostItem); i++) {
            int item = neighbours.node(i);
            if (levels[item] < 0 && graph.isInUse(item) && (plain || isImpacted(item, i, lostItem))) {
                levels[item] = level;
                causes[item] = lostItem;
                places[item] = i;
                reached = count == reached.length ? Arrays.copyOf(reached, count * 2) : reached;
                reached[count++] = item;
            }
        }
    }

    private boolean isImpacted(int item, int place, int lostItem) {
        int meaning = graph.meaning(place);
        if (meaning < 0) {
            return meaning == DependencyGraph.MEANS_IMPACT;
        }
        if (!graph.isInUse(lostItem)) {
            // It was no member any more, so that the pool loses nothing with it.
            return false;
        }
        weakenedAt[item] = place;
        return !graph.pool(meaning).isKept(++lost[meaning]);
    }

    /** The items reached, nearest first, those of one level in the order of their keys. */
    public int[] reached() {
        return Arrays.copyOf(reached, count);
    }

    /** The items that have lost members but keep enough of them, in the order of their keys. */
    public int[] weakened() {
        int[] weakened = new int[16];
        int found = 0;
        for (int item = 0; item < weakenedAt.length; item++) {
            if (isWeakened(item)) {
                weakened = found == weakened.length ? Arrays.copyOf(weakened, found * 2) : weakened;
                weakened[found++] = item;
            }
        }
        return Arrays.copyOf(weakened, found);
    }

    private boolean isWeakened(int item) {
        return !plain && weakenedAt[item] >= 0 && levels[item] < 0;
    }

    /** Whether an item is among those reached or weakened. */
    public boolean affects(int item) {
        return levels[item] > 0 || isWeakened(item);
    }

    /** How many relationships away an item is; 0 for a root, negative for one that was not reached. */
    public int level(int item) {
        return levels[item];
    }

    /** The type of the relationship through which an item was reached or weakened. */
    public String type(int item) {
        return graph.type(neighbours.type(place(item)));
    }

    /** What an item has lost of its members; null for one that was reached without any redundancy. */
    public @Nullable Loss loss(int item) {
        int meaning = plain ? DependencyGraph.MEANS_IMPACT : graph.meaning(place(item));
        if (meaning < 0) {
            return null;
        }
        Pool pool = graph.pool(meaning);
        return new Loss(lost[meaning], pool.members(), pool.redundancy().least(pool.members()));
    }

    private int place(int item) {
        return levels[item] < 0 ? weakenedAt[item] : places[item];
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
    public record Loss(int lost, int members, int least) {}
}
