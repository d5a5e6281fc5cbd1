package org.slipway.access;

import java.util.List;

/**
 * What a room keeps of people by their names. Every room that keeps any takes part when a person's data is erased
 * (src/docs/domain.md, Retention); it is called inside one transaction for all rooms.
 */
public interface PersonalData {

    /** Puts the pseudonym in the place of the name, or removes what concerns nobody else; what people wrote stays. */
    void erase(Erasure person);

    /** The numbers of open releases that still count on this person, at most so many. */
    default List<String> countingOn(String person, int most) {
        return List.of();
    }
}
