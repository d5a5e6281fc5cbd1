package org.slipway.release;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task that waits for somebody, as Tasklist shows it.
 *
 * @param release        number of the release
 * @param definitionKey  the task's id in its model, such as {@code planRelease}
 * @param candidateUsers people to whom it is offered by name, as when it is shared with them
 */
public record CurrentTask(
        String id,
        String release,
        String definitionKey,
        String name,
        @Nullable String assignee,
        List<String> candidateGroups,
        List<String> candidateUsers,
        @Nullable Instant created,
        @Nullable Instant due,
        boolean suspended) {}
