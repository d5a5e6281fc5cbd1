package org.slipway.release;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
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
        boolean suspended) {

    /** Whether nobody holds it, nothing holds it up, and it is offered to this person or to one of his groups. */
    public boolean isOfferedTo(String person, Set<String> groups) {
        return assignee == null
                && !suspended
                && (candidateUsers.contains(person) || !Collections.disjoint(candidateGroups, groups));
    }
}
