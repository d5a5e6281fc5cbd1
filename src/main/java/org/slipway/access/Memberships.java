package org.slipway.access;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is in which group, many people at once. Implemented, as are {@link People}, over the engine's identity service. */
public interface Memberships {

    /** @param groups those of the groups asked for that the person is in */
    record Member(String person, String name, Set<String> groups) {}

    /**
     * Which people are wanted.
     *
     * @param groups of at least one of these groups
     * @param people and these besides
     * @param only   of them all only this one
     * @param text   only whose login name or name contains it, whatever its case; any when empty
     */
    record Wanted(
            Set<String> groups,
            Set<String> people,
            @Nullable String only,
            String text) {}

    /** By login name, beginning with {@code from}, at most {@code limit} people; three statements however many those are. */
    List<Member> find(Wanted wanted, String from, int limit);
}
