package org.slipway.cmdb.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slipway.cmdb.ImpactRule;
import org.slipway.cmdb.Redundancy;

/**
 * All configuration items and their relationships in memory, as they were at one version of the CMDB. Items are numbers
 * from 0 in the order of their keys; neighbours lie side by side in one array per direction, which keeps a hundred
 * thousand items and half a million relationships in some twenty megabytes and a whole closure in milliseconds.
 */
public final class DependencyGraph {

    /** What a loss means where nothing is counted; a number from 0 says of which pool it takes a member. */
    static final int MEANS_NOTHING = -2;

    static final int MEANS_IMPACT = -1;

    private final Node[] nodes;
    private final boolean[] inUse;
    private final int[] owners;
    private final List<String> ownerNames = new ArrayList<>();
    private final List<String> types;
    private final Adjacency dependents;
    private final Adjacency dependencies;
    private final int[] meanings;
    private final List<Pool> pools = new ArrayList<>();

    DependencyGraph(
            Node[] nodes,
            List<String> types,
            List<Rule> rules,
            Map<Integer, Map<String, Redundancy>> ownRedundancy,
            int[] from,
            int[] to,
            int[] type) {
        this.nodes = nodes;
        this.inUse = new boolean[nodes.length];
        this.owners = new int[nodes.length];
        Map<String, Integer> numbers = new HashMap<>();
        for (int item = 0; item < nodes.length; item++) {
            inUse[item] = nodes[item].inUse();
            String owner = nodes[item].owner();
            owners[item] = owner == null ? -1 : numbers.computeIfAbsent(owner, this::ownerNumber);
        }
        this.types = types;
        this.dependents = Adjacency.of(nodes.length, types.size(), to, from, type);
        this.dependencies = Adjacency.of(nodes.length, types.size(), from, to, type);
        this.meanings = dependents.arranged(meanings(rules, ownRedundancy));
    }

    private int ownerNumber(String name) {
        ownerNames.add(name);
        return ownerNames.size() - 1;
    }

    /** What the loss of its end means for the beginning of each relationship. */
    private int[] meanings(List<Rule> rules, Map<Integer, Map<String, Redundancy>> ownRedundancy) {
        int[] meanings = new int[dependencies.size()];
        for (int item = 0; item < nodes.length; item++) {
            int end = 0;
            for (int begin = dependencies.begin(item); begin < dependencies.end(item); begin = end) {
                int type = dependencies.type(begin);
                int members = 0;
                for (end = begin; end < dependencies.end(item) && dependencies.type(end) == type; end++) {
                    members += inUse[dependencies.node(end)] ? 1 : 0;
                }
                int meaning = meaning(rules.get(type), ownRedundancy.get(item), type, members);
                for (int place = begin; place < end; place++) {
                    meanings[dependencies.given(place)] = meaning;
                }
            }
        }
        return meanings;
    }

    /** An item that states redundancy follows it, whatever the rule of the type. */
    private int meaning(Rule rule, @Nullable Map<String, Redundancy> own, int type, int members) {
        Redundancy redundancy = own == null ? null : own.get(types.get(type));
        if (redundancy == null) {
            if (rule.impact() != ImpactRule.TOO_FEW_LEFT) {
                return rule.impact() == ImpactRule.NEVER ? MEANS_NOTHING : MEANS_IMPACT;
            }
            redundancy = rule.redundancy();
        }
        pools.add(new Pool(members, redundancy));
        return pools.size() - 1;
    }

    public int size() {
        return nodes.length;
    }

    public Node node(int item) {
        return nodes[item];
    }

    boolean isInUse(int item) {
        return inUse[item];
    }

    /** Who answers for an item, as a number below {@link #owners}; negative if nobody does. */
    public int owner(int item) {
        return owners[item];
    }

    public int owners() {
        return ownerNames.size();
    }

    public String ownerName(int owner) {
        return ownerNames.get(owner);
    }

    public String type(int type) {
        return types.get(type);
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

    /** What the loss of an item means for the dependent at a place. */
    int meaning(int placeOfDependent) {
        return meanings[placeOfDependent];
    }

    Pool pool(int pool) {
        return pools.get(pool);
    }

    int pools() {
        return pools.size();
    }

    /** Whether a chain of relationships of one type leads from an item to another. */
    public boolean leads(String from, String to, String typeCode) {
        int type = types.indexOf(typeCode);
        int start = find(from);
        int end = find(to);
        if (type < 0 || start < 0 || end < 0) {
            return false;
        }
        BitSet seen = new BitSet(nodes.length);
        int[] open = new int[16];
        int count = 0;
        open[count++] = start;
        while (count > 0) {
            int item = open[--count];
            if (item == end) {
                return true;
            }
            for (int i = dependencies.begin(item); i < dependencies.end(item); i++) {
                int next = dependencies.node(i);
                if (dependencies.type(i) == type && !seen.get(next)) {
                    seen.set(next);
                    open = count == open.length ? Arrays.copyOf(open, count * 2) : open;
                    open[count++] = next;
                }
            }
        }
        return false;
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

    /** What an item needs through relationships of one type, and how much of it must remain. */
    record Pool(int members, Redundancy redundancy) {

        boolean isKept(int lost) {
            return redundancy.isKept(members - lost, members);
        }
    }
}
