package org.slipway.reporting;

import org.slipway.access.Erasure;
import org.slipway.access.PersonalData;
import org.springframework.stereotype.Component;

/** Searches and exports that people keep. What others have exported goes when it expires. */
@Component
class PeopleOfReports implements PersonalData {

    @Override
    public void erase(Erasure person) {
        person.run("reporting_saved_search", "delete from reporting_saved_search where person = :name and not shared");
        person.rename("reporting_saved_search", "person");
        person.reword("reporting_saved_search", "question", "");
        person.delete("reporting_export", "person");
    }
}
