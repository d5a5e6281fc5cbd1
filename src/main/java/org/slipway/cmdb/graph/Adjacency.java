package org.slipway.cmdb.graph;

/**
 * The neighbours of all items in one direction, side by side: those of one item in the order of the types of their
 * relationships and of their keys, so that every node tells the same of the same CMDB.
 */
public final class Adjacency {

    private final int[] offsets;
    private final int[] neighbours;
    private final short[] types;
    private final int[] order;

    private Adjacency(int[] offsets, int[] neighbours, short[] types, int[] order) {
        this.offsets = offsets;
        this.neighbours = neighbours;
        this.types = types;
        this.order = order;
    }

    static Adjacency of(int items, int types, int[] at, int[] neighbour, int[] type) {
        int[] order = new int[at.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        order = sorted(sorted(sorted(order, neighbour, items), type, types), at, items);
        int[] neighbours = new int[order.length];
        short[] typesInOrder = new short[order.length];
        for (int place = 0; place < order.length; place++) {
            neighbours[place] = neighbour[order[place]];
            typesInOrder[place] = (short) type[order[place]];
        }
        return new Adjacency(offsets(at, items), neighbours, typesInOrder, order);
    }

    /** By counting, and those that are equal as they were. */
    private static int[] sorted(int[] order, int[] by, int values) {
        int[] next = offsets(by, values);
        int[] sorted = new int[order.length];
        for (int relationship : order) {
            sorted[next[by[relationship]]++] = relationship;
        }
        return sorted;
    }

    private static int[] offsets(int[] by, int values) {
        int[] offsets = new int[values + 1];
        for (int value : by) {
            offsets[value + 1]++;
        }
        for (int i = 0; i < values; i++) {
            offsets[i + 1] += offsets[i];
        }
        return offsets;
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

    /** What is known of each relationship as it was given, in the order in which they lie here. */
    int[] arranged(int[] ofEach) {
        int[] arranged = new int[order.length];
        for (int place = 0; place < order.length; place++) {
            arranged[place] = ofEach[order[place]];
        }
        return arranged;
    }

    /** Which relationship, as it was given, lies at a place. */
    int given(int place) {
        return order[place];
    }
}
