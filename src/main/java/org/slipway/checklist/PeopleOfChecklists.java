package org.slipway.checklist;

import org.slipway.access.Erasure;
import org.slipway.access.PersonalData;
import org.springframework.stereotype.Component;

/** Who attached, answered and confirmed checklists. */
@Component
class PeopleOfChecklists implements PersonalData {

    @Override
    public void erase(Erasure person) {
        person.renameOfReleases("checklist", "release_number", "attached_by", "answered_by", "confirmed_by");
    }
}
