package org.slipway.planning;

import java.util.List;
import org.slipway.access.Erasure;
import org.slipway.access.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who planned and carried out activities and back-out steps, and who is responsible for what. */
@Component
class PeopleOfPlans implements PersonalData {

    private final JdbcClient jdbc;

    PeopleOfPlans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void erase(Erasure person) {
        person.renameOfReleases("planning_activity", "release_number", "assignee", "created_by", "finished_by");
        person.renameOfReleases("planning_backout_step", "release_number", "done_by");
        person.renameOfReleases("planning_role", "release_number", "person");
    }

    @Override
    public List<String> countingOn(String person, int most) {
        return jdbc.sql("select distinct release_number from planning_activity where assignee = ?"
                        + " and state in ('TODO', 'DOING') order by release_number fetch first " + most + " rows only")
                .param(person)
                .query(String.class)
                .list();
    }
}
