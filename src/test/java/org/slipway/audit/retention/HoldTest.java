package org.slipway.audit.retention;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.camunda.bpm.engine.IdentityService;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayClient.Answer;
import org.slipway.support.SlipwayTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SlipwayTest
@OnBothDatabases
class HoldTest {

    /** Every table of the engine's history that says to which lifecycle a row belongs and when it goes. */
    private static final List<String> HISTORY = List.of(
            "ACT_HI_PROCINST",
            "ACT_HI_ACTINST",
            "ACT_HI_TASKINST",
            "ACT_HI_VARINST",
            "ACT_HI_DETAIL",
            "ACT_HI_IDENTITYLINK",
            "ACT_HI_COMMENT",
            "ACT_HI_OP_LOG",
            "ACT_HI_JOB_LOG",
            "ACT_HI_INCIDENT",
            "ACT_HI_DECINST",
            "ACT_HI_DEC_IN",
            "ACT_HI_DEC_OUT",
            "ACT_GE_BYTEARRAY");

    private final SlipwayClient slipway;
    private final IdentityService identities;
    private final JdbcClient jdbc;

    HoldTest(SlipwayClient slipway, IdentityService identities, JdbcClient jdbc) {
        this.slipway = slipway;
        this.identities = identities;
        this.jdbc = jdbc;
    }

    @Test
    void keepsWhatHasEndedAndWhatEndsMeanwhileAndGivesItBack() {
        ReleaseStory release =
                ReleaseStory.registered(slipway).planned().approved().cancelled();
        TreeSet<String> before = goingSome(release);
        assertThat(before).contains("ACT_HI_PROCINST", "ACT_HI_TASKINST", "ACT_HI_DECINST");

        hold(release, "Case 12").expect(200);
        assertThat(goingSome(release)).isEmpty();
        release.reopened("PLANNING").cancelled();
        assertThat(goingSome(release)).isEmpty();

        lift(release, "Settled").expect(200);
        assertThat(goingSome(release)).containsAll(before);
        assertThat(stayingSome(release)).isEmpty();
    }

    @Test
    void letsNobodyDeleteHistoryOrMoveItsRemovalByHand() {
        ReleaseStory release = ReleaseStory.registered(slipway).cancelled();
        String lifecycle = jdbc.sql(
                        "select PROC_INST_ID_ from ACT_HI_PROCINST where BUSINESS_KEY_ = ? and SUPER_PROCESS_INSTANCE_ID_ is null")
                .param(release.number())
                .query(String.class)
                .single();
        hold(release, "Case 13").expect(200);

        Answer answer = slipway.as("admin").delete("/engine-rest/history/process-instance/" + lifecycle);

        answer.expectProblem(409, "release-held");
        lift(release, "Settled").expect(200);
        slipway.as("admin")
                .delete("/engine-rest/history/process-instance/" + lifecycle)
                .expect(204);
    }

    @Test
    void isPlacedAndLiftedWithAReasonByWhoManagesRetention() {
        ReleaseStory release = ReleaseStory.registered(slipway);
        String path = release.path() + "/hold";

        slipway.as("manager").put(path, Map.of("reason", "No")).expectProblem(403, "operation-not-allowed");
        slipway.as("auditor").delete(path + "?reason=No").expect(403);
        slipway.as("admin").put(path, Map.of("reason", " ")).expect(400);
        slipway.as("admin").delete(path).expect(400);
        slipway.as("admin").delete(path + "?reason=Early").expectProblem(409, "release-not-held");
        hold(release, "Case 14").expect(200);
        hold(release, "Case 14").expectProblem(409, "release-held");
        JsonNode held = slipway.as("requester").get(path).expect(200).json();
        assertThat(held.path("held").asBoolean()).isTrue();
        assertThat(held.path("by").asText()).isEqualTo("admin");
        assertThat(held.path("reason").asText()).isEqualTo("Case 14");
        lift(release, "Settled").expect(200);

        List<String> told = new ArrayList<>();
        slipway.as("auditor")
                .get("/api/audit/journal?kind=HOLD&release=" + release.number())
                .expect(200)
                .json()
                .path("items")
                .forEach(entry -> told.add(entry.path("detail").path("reason").asText()));
        assertThat(told).containsExactly("Settled", "Case 14");
    }

    @Test
    void keepsThePersonInWhatIsHeldUntilItIsFree() {
        Everywhere everywhere = new Everywhere(jdbc);
        Leaver zora = new Leaver(slipway, identities, "requesters");
        ReleaseStory held = zora.asksForARelease();
        ReleaseStory free = zora.asksForARelease();
        ReleaseStory piloted = ReleaseStory.registered(slipway);
        slipway.as("operator")
                .post(piloted.path() + "/links/roles", Map.of("person", zora.id(), "role", "Pilot"))
                .expect(201);
        hold(held, "Case 15").expect(200);
        hold(piloted, "Case 15").expect(200);
        zora.leaves();

        JsonNode first = erase(zora).expect(200).json();

        assertThat(first.path("held"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder(held.number(), piloted.number());
        assertThat(held.record().path("requester").asText()).isEqualTo(zora.id());
        assertThat(free.record().path("requester").asText())
                .isEqualTo(first.path("pseudonym").asText());
        requireWhole();
        lift(held, "Settled").expect(200);
        lift(piloted, "Settled").expect(200);
        JsonNode second = erase(zora).expect(200).json();
        assertThat(second.path("pseudonym")).isEqualTo(first.path("pseudonym"));
        assertThat(everywhere.of(zora.id())).isEmpty();
        requireWhole();
    }

    @Test
    void isSeenOnThePageOfTheReleaseAndLiftedFromThere() {
        ReleaseStory release = ReleaseStory.registered(slipway);
        assertThat(page(release, "admin", "en").select("[data-sw-action=HOLD]")).hasSize(1);
        assertThat(page(release, "manager", "en").select("[data-sw-action=HOLD]"))
                .isEmpty();
        hold(release, "Case 19").expect(200);

        Document seen = page(release, "requester", "es");

        assertThat(seen.select(".sw-held").text()).contains("Bajo retención legal", "Case 19");
        assertThat(seen.select("[data-sw-action=LIFT_HOLD]")).isEmpty();
        assertThat(page(release, "admin", "en").select("[data-sw-action=LIFT_HOLD]"))
                .hasSize(1);
    }

    private Document page(ReleaseStory release, String person, String language) {
        return Jsoup.parse(slipway.as(person)
                .with("Accept", "text/html")
                .with("Accept-Language", language)
                .get("/releases/" + release.number())
                .expect(200)
                .text());
    }

    private Answer hold(ReleaseStory release, String reason) {
        return slipway.as("admin").put(release.path() + "/hold", Map.of("reason", reason));
    }

    private Answer lift(ReleaseStory release, String reason) {
        return slipway.as("admin").delete(release.path() + "/hold?reason=" + reason);
    }

    private Answer erase(Leaver person) {
        return slipway.as("admin")
                .post("/api/people/" + person.id() + "/erasure", Map.of("reason", "Asked for it by letter"));
    }

    private void requireWhole() {
        JsonNode verified =
                slipway.as("auditor").get("/api/audit/verification").expect(200).json();
        assertThat(verified.path("broken")).as(verified.toPrettyString()).isEmpty();
    }

    /** The tables of history in which some row of the release has a time at which it goes. */
    private TreeSet<String> goingSome(ReleaseStory release) {
        return some(release, "REMOVAL_TIME_ is not null");
    }

    private TreeSet<String> stayingSome(ReleaseStory release) {
        return some(release, "REMOVAL_TIME_ is null");
    }

    private TreeSet<String> some(ReleaseStory release, String condition) {
        TreeSet<String> found = new TreeSet<>();
        for (String table : HISTORY) {
            long count = jdbc.sql("select count(*) from " + table + " where ROOT_PROC_INST_ID_ in (select PROC_INST_ID_"
                            + " from ACT_HI_PROCINST where BUSINESS_KEY_ = ?) and " + condition)
                    .param(release.number())
                    .query(Long.class)
                    .single();
            if (count > 0) {
                found.add(table);
            }
        }
        return found;
    }
}
