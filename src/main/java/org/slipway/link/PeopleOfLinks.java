package org.slipway.link;

import java.util.List;
import org.slipway.access.Erasure;
import org.slipway.access.PersonalData;
import org.springframework.stereotype.Component;

/** Who linked what to releases, and who vouched for definitive media. */
@Component
class PeopleOfLinks implements PersonalData {

    @Override
    public void erase(Erasure person) {
        for (String table :
                List.of("link_release_change", "link_release_item", "link_release_record", "link_release_media")) {
            person.renameOfReleases(table, "release_number", "linked_by");
        }
        person.renameOfReleases("link_impact_snapshot", "release_number", "taken_by");
        person.rename("link_media", "hash_set_by", "homologated_by");
    }
}
