package org.slipway.audit.retention;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.slipway.access.Erasure;
import org.slipway.access.PersonalData;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayClient.Answer;
import org.slipway.support.SlipwayTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SlipwayTest
@OnBothDatabases
class ErasureTest {

    /** By their names, columns with people in them; what they are called elsewhere does not matter here. */
    private static final Pattern PEOPLE =
            Pattern.compile(".*\\.(.*_by|by|person|requester|registrar|owner_?|responsible"
                    + "|.*assignee_?|.*assigner_id_|.*user_id_|principal_name|author|origin)");

    /** Where no person stands all the same. */
    private static final Set<String> NOBODY = Set.of(
            // The name itself, and what stands for it; erased last.
            "access_person_digest.person",
            // Which job executor holds a lock, not who.
            "act_ru_job.lock_owner_",
            "act_ru_ext_task.worker_id_",
            // Of cases, which the engine does not run here, and of the schema.
            "act_hi_caseinst.create_user_id_",
            "databasechangelog.author",
            // Of items: by hand, by an import, by a release.
            "cmdb_version.origin",
            "cmdb_item.last_origin");

    private final SlipwayClient slipway;
    private final IdentityService identities;
    private final List<PersonalData> rooms;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final Everywhere everywhere;

    ErasureTest(
            SlipwayClient slipway,
            IdentityService identities,
            List<PersonalData> rooms,
            TransactionTemplate transaction,
            JdbcClient jdbc) {
        this.slipway = slipway;
        this.identities = identities;
        this.rooms = rooms;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.everywhere = new Everywhere(jdbc);
    }

    @Test
    void leavesTheNameNowhereAndTheJournalWhole() {
        Leaver zora = new Leaver(slipway, identities, "requesters", "operations", "approvers", "release-managers");
        ReleaseStory own = zora.asksForARelease();
        ReleaseStory others = zora.worksOn(ReleaseStory.registered(slipway));
        zora.settlesIn();
        others.cancelled();
        zora.leaves();
        assertThat(everywhere.of(zora.id())).hasSizeGreaterThan(30);

        JsonNode dry = erase(zora.id(), "?dryRun=true").expect(200).json();
        JsonNode erased = erase(zora.id(), "").expect(200).json();

        assertThat(everywhere.of(zora.id())).isEmpty();
        assertThat(erased.path("rows")).isEqualTo(dry.path("rows"));
        String pseudonym = erased.path("pseudonym").asText();
        assertThat(pseudonym).startsWith("erased-");
        assertThat(own.record().path("requester").asText()).isEqualTo(pseudonym);
        assertThat(own.record().path("contact").path("email").asText()).isEqualTo(pseudonym + "@erased.invalid");
        assertThat(others.record().path("approvedBy").asText()).isEqualTo(pseudonym);
        requireWhole("");
        requireWhole("?release=" + others.number());
    }

    @Test
    void findsNothingMoreWhenAskedAgain() {
        Leaver zora = new Leaver(slipway, identities, "requesters");
        zora.asksForARelease();
        zora.leaves();
        erase(zora.id(), "").expect(200);

        JsonNode again = erase(zora.id(), "").expect(200).json();

        assertThat(again.path("rows")).isEmpty();
        assertThat(again.path("pseudonym").isNull()).isTrue();
        assertThat(everywhere.of(zora.id())).isEmpty();
    }

    @Test
    void waitsUntilNothingCountsOnThePerson() {
        Leaver zora = new Leaver(slipway, identities, "requesters", "operations");
        ReleaseStory release = ReleaseStory.registered(slipway);
        slipway.as(zora.id())
                .post("/api/tasks/" + release.task("planRelease") + "/claim")
                .expect(200);

        slipway.as("manager")
                .post("/api/people/" + zora.id() + "/erasure", Map.of("reason", "No"))
                .expectProblem(403, "operation-not-allowed");
        erase(zora.id(), "").expectProblem(409, "person-still-active");
        zora.leaves();
        JsonNode open = erase(zora.id(), "")
                .expectProblem(409, "person-in-open-releases")
                .json();
        assertThat(open.path("detail").asText()).contains(release.number());
        release.cancelled();
        slipway.as("admin")
                .post("/api/people/" + zora.id() + "/erasure", Map.of("reason", "Asked by " + zora.id()))
                .expectProblem(422, "reason-names-person");
        erase(zora.id(), "").expect(200);
        assertThat(everywhere.of(zora.id())).isEmpty();
    }

    @Test
    void findsContactsByWhatElseThePersonIsCalled() {
        String called = "Zora " + UUID.randomUUID();
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        registration.put("contact", Map.of("name", called, "email", "zora@example.org", "phone", "123"));
        ReleaseStory release = ReleaseStory.registered(slipway, registration);

        slipway.as("admin")
                .post(
                        "/api/people/nobody-" + UUID.randomUUID() + "/erasure",
                        Map.of("reason", "Asked for it by letter", "name", called.toUpperCase(Locale.ROOT)))
                .expect(200);

        assertThat(release.record().path("contact").path("phone").isNull()).isTrue();
        assertThat(release.record().path("requester").asText()).isEqualTo("requester");
        assertThat(everywhere.of(called)).isEmpty();
        requireWhole("");
    }

    @Test
    void knowsEveryColumnThatNamesPeople() {
        Set<String> lookedAt = transaction.execute(status -> {
            Erasure nobody = new Erasure(jdbc, "nobody-at-all", "erased-nobody", Set.of(), List.of());
            rooms.forEach(room -> room.erase(nobody));
            status.setRollbackOnly();
            return nobody.columns().stream().map(String::toLowerCase).collect(Collectors.toSet());
        });

        TreeSet<String> forgotten = everywhere.columns().stream()
                .filter(Everywhere.Column::isText)
                .map(Everywhere.Column::toString)
                .filter(column -> PEOPLE.matcher(column).matches())
                .filter(column -> !NOBODY.contains(column) && !lookedAt.contains(column))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(forgotten).isEmpty();
    }

    private Answer erase(String person, String query) {
        return slipway.as("admin")
                .post("/api/people/" + person + "/erasure" + query, Map.of("reason", "Asked for it by letter"));
    }

    private void requireWhole(String of) {
        JsonNode verified = slipway.as("auditor")
                .get("/api/audit/verification" + of)
                .expect(200)
                .json();
        assertThat(verified.path("broken")).as(verified.toPrettyString()).isEmpty();
        assertThat(verified.path("valid").asBoolean()).isTrue();
    }
}
