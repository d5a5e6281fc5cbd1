package org.slipway.desktop;

import org.slipway.access.Erasure;
import org.slipway.access.PersonalData;
import org.springframework.stereotype.Component;

/** What people like their pages to look like. */
@Component
class PeopleOfPreferences implements PersonalData {

    @Override
    public void erase(Erasure person) {
        person.delete("desktop_preference", "person");
    }
}
