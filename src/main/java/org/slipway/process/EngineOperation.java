package org.slipway.process;

import org.jspecify.annotations.Nullable;

/**
 * Something that a person did in the engine itself and that is no work on a task: people, groups, grants, models, filters
 * changed, or an operator's hand in a running process. Published inside the transaction in which it happened.
 *
 * @param type     what was done, in the engine's words, such as {@code Create}
 * @param entity   to what, such as {@code Deployment}
 * @param property which of its properties
 * @param process  id of the process instance, where there is one
 * @param reason   what the person gave as the reason, if he did
 */
public record EngineOperation(
        String type,
        String entity,
        @Nullable String property,
        @Nullable String before,
        @Nullable String after,
        @Nullable String process,
        @Nullable String reason) {}
