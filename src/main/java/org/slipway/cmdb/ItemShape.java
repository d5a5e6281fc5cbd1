package org.slipway.cmdb;

import java.util.Objects;

/** What of an item's state the graph in memory knows, so that only its change makes that graph out of date. */
final class ItemShape {

    private ItemShape() {}

    static boolean differs(ItemState before, ItemState next) {
        return inUse(before) != inUse(next)
                || !before.name().equals(next.name())
                || !before.itemClass().equals(next.itemClass())
                || before.criticality() != next.criticality()
                || !Objects.equals(before.environment(), next.environment())
                || !Objects.equals(before.owner(), next.owner())
                || !before.redundancy().equals(next.redundancy());
    }

    private static boolean inUse(ItemState state) {
        return state.endDate() == null && state.status().isInUse();
    }
}
