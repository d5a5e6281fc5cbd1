package org.slipway.cmdb;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is reached from some configuration items along their relationships.
 *
 * @param items         each once, at the level at which it was reached first, the nearest first
 * @param relationships along which they were reached
 * @param truncated     whether there is more than an answer can hold
 */
public record Impact(
        List<String> roots,
        Direction direction,
        int depth,
        List<Reached> items,
        List<Connection> relationships,
        boolean truncated) {

    /** Which way along the relationships. */
    public enum Direction {
        /** Who needs it: what a change of it may reach. */
        DEPENDENTS,
        /** What it needs: where the cause of its trouble may lie. */
        DEPENDENCIES,
        BOTH
    }

    /** A configuration item and how many relationships away it is. */
    public record Reached(
            String key,
            String name,
            @JsonProperty("class") String itemClass,
            ItemStatus status,
            @Nullable Criticality criticality,
            int level) {}
}
