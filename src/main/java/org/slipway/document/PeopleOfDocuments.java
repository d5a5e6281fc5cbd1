package org.slipway.document;

import org.slipway.access.Erasure;
import org.slipway.access.PersonalData;
import org.springframework.stereotype.Component;

/** Who uploaded files. */
@Component
class PeopleOfDocuments implements PersonalData {

    @Override
    public void erase(Erasure person) {
        person.renameOfReleases("document", "release_number", "uploaded_by");
    }
}
