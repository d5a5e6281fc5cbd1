package org.slipway.cmdb;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is reached from some configuration items along their relationships, all of them taken at once.
 *
 * @param items         each once, at the level at which it was reached first, the nearest first unless asked otherwise; one page
 * @param relationships between the items of this page and the roots
 * @param totals        how many there are on all pages
 * @param owners        who answers for items that are impacted or weakened and is to be informed, at most a hundred
 * @param version       of the graph that this is read from; moves whenever an impact may have become another one
 * @param truncated     whether there is more than this page
 * @param next          behind which the next page begins, null on the last
 */
public record Impact(
        List<String> roots,
        Direction direction,
        int depth,
        List<Reached> items,
        List<Connection> relationships,
        Totals totals,
        List<String> owners,
        long version,
        boolean truncated,
        @Nullable String next) {

    /** Which way along the relationships. */
    public enum Direction {
        /** Who needs it: what a change of it may reach. */
        DEPENDENTS,
        /** What it needs: where the cause of its trouble may lie. */
        DEPENDENCIES,
        BOTH
    }

    /** How an item is reached. */
    public enum Effect {
        /** It loses what it cannot do without. */
        IMPACTED,
        /** It has lost members, and enough of them remain. */
        WEAKENED,
        /** The roots need it. */
        NEEDED
    }

    /** Which items come first, of those that are reached in the same way. */
    public enum Order {
        NEAREST_FIRST,
        /** The critical ones, those without criticality last; the nearest first of those that are alike. */
        CRITICAL_FIRST
    }

    /**
     * Whom the loss of some items reaches, however far away, by key alone and as much as one answer holds.
     *
     * @param impacted the nearest first; of the weakened there are as many as these leave room for
     * @param totals   how many there are in all
     */
    public record Extent(List<String> impacted, List<String> weakened, Totals totals, long version) {}

    /** How many items are reached in each way. */
    public record Totals(int impacted, int weakened, int needed) {}

    /**
     * A configuration item and how it is reached.
     *
     * @param level   how many relationships away it is
     * @param through the type of the relationship through which it is reached
     * @param path    from the item back to the root that reached it, both included
     * @param loss    how many members it has lost, where it has redundancy
     */
    public record Reached(
            String key,
            String name,
            @JsonProperty("class") String itemClass,
            @Nullable ItemStatus status,
            @Nullable Criticality criticality,
            @Nullable String environment,
            @Nullable String owner,
            int level,
            Effect effect,
            String through,
            List<String> path,
            @Nullable Loss loss) {}

    /**
     * What an item with redundancy loses.
     *
     * @param lost  how many of its members are taken away
     * @param least how many must remain
     */
    public record Loss(int lost, int members, int least) {}

    /**
     * Which of the items reached are shown; what is empty or null does not matter. All are followed, whatever is shown.
     *
     * @param classes     these, as they are called
     * @param criticality at least this
     * @param order       in which they are shown
     */
    public record Shown(
            List<String> classes,
            @Nullable Criticality criticality,
            @Nullable String environment,
            @Nullable Effect effect,
            Order order) {

        /** Everything. */
        public static final Shown ALL = new Shown(List.of(), null, null, null, Order.NEAREST_FIRST);
    }
}
