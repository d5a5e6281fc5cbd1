package org.slipway.webapps;

import java.util.List;
import org.slipway.access.Erasure;
import org.slipway.access.PersonalData;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Logins, and the answers that are kept for retries; those that others got still answer theirs, without the name. */
@Component
class PeopleOfSessions implements PersonalData {

    private static final int BATCH = 100;

    private record Kept(String person, String key, String body) {}

    private final JdbcTemplate batches;

    PeopleOfSessions(JdbcTemplate batches) {
        this.batches = batches;
    }

    @Override
    public void erase(Erasure person) {
        person.run(
                "spring_session_attributes",
                "delete from spring_session_attributes where session_primary_id in"
                        + " (select primary_id from spring_session where principal_name = :name)");
        person.delete("spring_session", "principal_name");
        person.delete("webapps_answer", "person");
        List<Kept> some = naming(person, "", "");
        while (!some.isEmpty()) {
            batches.batchUpdate(
                    "update webapps_answer set body = ? where person = ? and idempotency_key = ?",
                    some.stream()
                            .map(kept -> new Object[] {person.withPseudonym(kept.body()), kept.person(), kept.key()})
                            .toList());
            person.ran("webapps_answer", some.size());
            Kept last = some.get(some.size() - 1);
            some = naming(person, last.person(), last.key());
        }
    }

    private static List<Kept> naming(Erasure person, String after, String key) {
        return person.query("select person, idempotency_key, body from webapps_answer where "
                        + person.named("body") + " and (person, idempotency_key) > (:after, :key)"
                        + " order by person, idempotency_key fetch first " + BATCH + " rows only")
                .param("after", after)
                .param("key", key)
                .query((row, index) -> new Kept(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }
}
