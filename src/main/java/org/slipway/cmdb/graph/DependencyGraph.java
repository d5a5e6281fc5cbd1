package org.slipway.cmdb.graph;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slipway.cmdb.ImpactRule;
import org.slipway.cmdb.Redundancy;

/**
 * All configuration items and their relationships in memory, as they were at one version of the CMDB. Items are numbers
 * from 0 in the order of their keys; neighbours lie side by side in one array per direction, which keeps a hundred
 * thousand items and half a million relationships in some ten megabytes and a whole closure in milliseconds.
 */
public final class DependencyGraph {

    private final Node[] nodes;
    private final String[] types;
    private final Rule[] rules;
    private final Map<Integer, Map<String, Redundancy>> ownRedundancy;
    private final Adjacency dependents;
    private final Adjacency dependencies;

    DependencyGraph(
            Node[] nodes,
            List<String> types,
            List<Rule> rules,
            Map<Integer, Map<String, Redundancy>> ownRedundancy,
            int[] from,
            int[] to,
            int[] type) {
        this.nodes = nodes;
        this.types = types.toArray(String[]::new);
        this.rules = rules.toArray(Rule[]::new);
        this.ownRedundancy = ownRedundancy;
        this.dependents = Adjacency.of(nodes.length, to, from, type);
        this.dependencies = Adjacency.of(nodes.length, from, to, type);
    }

    public int size() {
        return nodes.length;
    }

    public int relationships() {
        return dependents.size();
    }

    public Node node(int item) {
        return nodes[item];
    }

    public String type(int type) {
        return types[type];
    }

    /** The number of the item with this key; negative if there is none. */
    public int find(String key) {
        int low = 0;
        int high = nodes.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = nodes[middle].key().compareTo(key);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /** Who needs an item. */
    Adjacency dependents() {
        return dependents;
    }

    /** What an item needs. */
    public Adjacency dependencies() {
        return dependencies;
    }

    /** How an item reacts to losing what it needs through relationships of a type; null if in no way. */
    @Nullable
    Rule rule(int item, int type) {
        Map<String, Redundancy> own = ownRedundancy.get(item);
        Redundancy redundancy = own == null ? null : own.get(types[type]);
        if (redundancy != null) {
            return new Rule(ImpactRule.TOO_FEW_LEFT, redundancy);
        }
        Rule rule = rules[type];
        return rule.impact() == ImpactRule.NEVER ? null : rule;
    }

    /** Whether a chain of relationships of one type leads from an item to another. */
    public boolean leads(String from, String to, String typeCode) {
        int type = Arrays.asList(types).indexOf(typeCode);
        int start = find(from);
        int end = find(to);
        if (type < 0 || start < 0 || end < 0) {
            return false;
        }
        Set<Integer> seen = new HashSet<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            int item = open.pop();
            if (item == end) {
                return true;
            }
            for (int i = dependencies.begin(item); i < dependencies.end(item); i++) {
                if (dependencies.type(i) == type && seen.add(dependencies.node(i))) {
                    open.push(dependencies.node(i));
                }
            }
        }
        return false;
    }

    /** How many items in use an item needs through relationships of a type. */
    int members(int item, int type) {
        int members = 0;
        for (int i = dependencies.begin(item); i < dependencies.end(item); i++) {
            if (dependencies.type(i) == type && nodes[dependencies.node(i)].inUse()) {
                members++;
            }
        }
        return members;
    }

    /**
     * What is known of an item without asking the database.
     *
     * @param inUse whether it counts: neither at its end, nor deactivated, archived or destroyed
     */
    public record Node(
            String key,
            String name,
            String itemClass,
            @Nullable String criticality,
            @Nullable String environment,
            @Nullable String owner,
            boolean inUse) {}

    /** What relationships of a type do, and how much redundancy an item has that states none of its own. */
    record Rule(ImpactRule impact, Redundancy redundancy) {}

    /** The neighbours of all items in one direction, side by side. */
    public static final class Adjacency {

        private final int[] offsets;
        private final int[] neighbours;
        private final short[] types;

        private Adjacency(int[] offsets, int[] neighbours, short[] types) {
            this.offsets = offsets;
            this.neighbours = neighbours;
            this.types = types;
        }

        private static Adjacency of(int items, int[] at, int[] neighbour, int[] type) {
            int[] offsets = new int[items + 1];
            for (int item : at) {
                offsets[item + 1]++;
            }
            for (int i = 0; i < items; i++) {
                offsets[i + 1] += offsets[i];
            }
            int[] next = Arrays.copyOf(offsets, items);
            int[] neighbours = new int[at.length];
            short[] types = new short[at.length];
            for (int i = 0; i < at.length; i++) {
                int place = next[at[i]]++;
                neighbours[place] = neighbour[i];
                types[place] = (short) type[i];
            }
            return new Adjacency(offsets, neighbours, types);
        }

        public int begin(int item) {
            return offsets[item];
        }

        public int end(int item) {
            return offsets[item + 1];
        }

        public int node(int place) {
            return neighbours[place];
        }

        public int type(int place) {
            return types[place];
        }

        int size() {
            return neighbours.length;
        }
    }
}
