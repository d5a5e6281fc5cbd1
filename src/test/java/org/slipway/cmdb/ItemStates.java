package org.slipway.cmdb;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** States of items in which only what matters to a test is another than before. */
public final class ItemStates {

    private ItemStates() {}

    public static ItemState with(ItemState state, ItemStatus status) {
        return state.with(status);
    }

    public static ItemState with(ItemState state, @Nullable ItemGroup group) {
        return state.with(state.status(), group, state.productVersion());
    }

    public static ItemState ended(ItemState state, LocalDate endDate) {
        return state.ended(state.status(), endDate);
    }

    static ItemState owned(ItemState state, String owner) {
        return copy(state, state.itemClass(), state.criticality(), owner, state.redundancy());
    }

    static ItemState described(ItemState state, String itemClass, Criticality criticality, @Nullable String owner) {
        return copy(state, itemClass, criticality, owner, state.redundancy());
    }

    static ItemState redundant(ItemState state, Map<String, Redundancy> redundancy) {
        return copy(state, state.itemClass(), state.criticality(), state.owner(), redundancy);
    }

    private static ItemState copy(
            ItemState state,
            String itemClass,
            @Nullable Criticality criticality,
            @Nullable String owner,
            Map<String, Redundancy> redundancy) {
        return new ItemState(
                state.name(),
                itemClass,
                state.group(),
                state.status(),
                criticality,
                owner,
                state.environment(),
                state.site(),
                state.description(),
                state.productVersion(),
                state.attributes(),
                state.endDate(),
                redundancy);
    }
}
