package org.slipway.cmdb;

import org.jspecify.annotations.Nullable;

/** One step along a relationship, and the item it leads to. */
record Step(
        String from,
        String to,
        String type,
        String key,
        String name,
        String itemClass,
        ItemStatus status,
        @Nullable Criticality criticality) {

    Connection connection() {
        return new Connection(from, to, type);
    }

    Impact.Reached reached(int level) {
        return new Impact.Reached(key, name, itemClass, status, criticality, level);
    }
}
