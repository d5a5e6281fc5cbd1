package org.slipway.cmdb;

import org.slipway.access.Erasure;
import org.slipway.access.PersonalData;
import org.springframework.stereotype.Component;

/** Who answered for items, changed them and took baselines. */
@Component
class PeopleOfItems implements PersonalData {

    @Override
    public void erase(Erasure person) {
        // The graph in memory knows owners, and is read anew.
        person.run(
                "cmdb_graph",
                "update cmdb_graph set version = version + 1 where exists (select 1 from cmdb_item where owner = :name)");
        person.run(
                "cmdb_item",
                "update cmdb_item set owner = :pseudonym, lock_version = lock_version + 1 where owner = :name");
        person.lookedAt("cmdb_item", "owner");
        person.reword("cmdb_version", "state", "owner");
        person.rename("cmdb_version", "made_by");
        person.rename("cmdb_baseline", "taken_by");
        person.rename("cmdb_import", "started_by");
    }
}
