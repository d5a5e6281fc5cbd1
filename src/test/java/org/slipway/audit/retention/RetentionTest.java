package org.slipway.audit.retention;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slipway.audit.pack.PackCheck;
import org.slipway.audit.pack.PackCheck.Finding;
import org.slipway.audit.pack.ZipParts;
import org.slipway.support.MovableClock;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SlipwayTest
@OnBothDatabases
class RetentionTest {

    private static final Period SEVEN_YEARS = Period.ofDays(2555);

    private final SlipwayClient slipway;
    private final HistoryService history;
    private final ManagementService jobs;
    private final IdentityService identities;
    private final MovableClock clock;
    private final Fading fading;
    private final JdbcClient jdbc;

    @TempDir
    Path folder;

    RetentionTest(
            SlipwayClient slipway,
            HistoryService history,
            ManagementService jobs,
            IdentityService identities,
            MovableClock clock,
            Fading fading,
            JdbcClient jdbc) {
        this.slipway = slipway;
        this.history = history;
        this.jobs = jobs;
        this.identities = identities;
        this.clock = clock;
        this.fading = fading;
        this.jdbc = jdbc;
    }

    @Test
    void removesTheEnginesHistoryAfterItsPeriodAndKeepsOurOwn() {
        ReleaseStory ended = ReleaseStory.registered(slipway).planned().cancelled();
        ReleaseStory held = ReleaseStory.registered(slipway).cancelled();
        ReleaseStory open = ReleaseStory.registered(slipway);
        slipway.as("admin")
                .put(held.path() + "/hold", Map.of("reason", "Case 16"))
                .expect(200);
        assertThat(lifecycles(ended)).isPositive();
        int lines = lines(ended);

        atNight(SEVEN_YEARS.minusDays(1));
        cleanUp();
        assertThat(lifecycles(ended)).isPositive();
        atNight(SEVEN_YEARS.plusDays(2));
        cleanUp();

        assertThat(lifecycles(ended)).isZero();
        assertThat(history.createHistoricTaskInstanceQuery()
                        .processInstanceBusinessKey(ended.number())
                        .count())
                .isZero();
        assertThat(lifecycles(held)).isPositive();
        assertThat(lifecycles(open)).isPositive();
        assertThat(ended.status()).isEqualTo("CANCELLED");
        assertThat(lines(ended)).isEqualTo(lines);
        requireWhole();
    }

    @Test
    void keepsWhatTheEngineDidBeforeItForgetsIt() throws Exception {
        Leaver zora = new Leaver(slipway, identities, "requesters", "release-managers");
        ReleaseStory release = zora.asksForARelease();
        ReleaseStory touched = ReleaseStory.registered(slipway);
        String instance = lifecycle(touched);
        for (boolean suspended : new boolean[] {true, false}) {
            slipway.as("admin")
                    .put("/engine-rest/process-instance/" + instance + "/suspended", Map.of("suspended", suspended))
                    .expect(204);
        }
        touched.cancelled();
        ZipParts before = pack(release);
        JsonNode operations = pack(touched).json("interventions.json").path("operationLog");
        assertThat(operations.findValuesAsText("person")).containsOnly("admin").hasSize(2);
        ReleaseStory byHand = ReleaseStory.registered(slipway).cancelled();
        ArrayNode deleted = runs(pack(byHand));
        slipway.as("admin")
                .delete("/engine-rest/history/process-instance/" + lifecycle(byHand))
                .expect(204);
        assertThat(runs(pack(byHand))).isEqualTo(deleted);

        atNight(SEVEN_YEARS.plusDays(2));
        cleanUp();

        assertThat(runs(pack(byHand))).isEqualTo(deleted);
        assertThat(lifecycles(release)).isZero();
        ZipParts after = pack(release);
        assertThat(runs(after)).isNotEmpty().isEqualTo(runs(before));
        assertThat(after.names()).containsAll(before.names());
        assertThat(runs(after).findValuesAsText("person")).contains(zora.id());
        assertThat(pack(touched).json("interventions.json").path("operationLog"))
                .isEqualTo(operations);
        assertThat(jdbc.sql("select sum(octet_length(content)) from process_kept_run where release_number = ?")
                        .param(release.number())
                        .query(Long.class)
                        .single())
                .as("bytes")
                .isBetween(1_000L, 6_000L);
        requireWhole();

        zora.leaves();
        slipway.as("admin")
                .post("/api/people/" + zora.id() + "/erasure", Map.of("reason", "Asked for it by letter"))
                .expect(200);

        ZipParts erased = pack(release);
        assertThat(runs(erased).findValuesAsText("person"))
                .contains(release.record().path("requester").asText())
                .doesNotContain(zora.id());
        assertThat(erased.names()).noneMatch(file -> new String(erased.bytes(file), UTF_8).contains(zora.id()));
        requireWhole();
    }

    @Test
    void findsWhatWasKeptAndBent() throws Exception {
        ReleaseStory release = ReleaseStory.registered(slipway).cancelled();
        atNight(SEVEN_YEARS.plusDays(2));
        cleanUp();
        String run = pack(release).json("process/history.json").at("/0/run/id").asText();
        byte[] kept = jdbc.sql("select content from process_kept_run where id = ?")
                .param(run)
                .query((row, index) -> row.getBytes(1))
                .single();

        byte[] other = jdbc.sql("select content from process_kept_run where id <> ? fetch first 1 rows only")
                .param(run)
                .query((row, index) -> row.getBytes(1))
                .single();
        try {
            for (byte[] content : List.of(other, new byte[] {1})) {
                bend(run, content);
                for (String of : List.of("", "?release=" + release.number())) {
                    assertThat(broken(of).findValuesAsText("reason")).containsExactly("TRAIL_CHANGED");
                    assertThat(broken(of).at("/0/entry").asText()).isEqualTo(run);
                }
                assertThat(PackCheck.of(file(release)).findings())
                        .extracting(Finding::what)
                        .contains("TRAIL_CHANGED " + run);
            }
        } finally {
            bend(run, kept);
        }
        requireWhole();
    }

    @Test
    void leavesOfOldEntriesThatTheyWereAndTheChainWhole() {
        String unknown = "REL-" + UUID.randomUUID();
        slipway.as("operator").put("/api/releases/" + unknown + "/hold", Map.of("reason", "No"));
        ReleaseStory release = ReleaseStory.registered(slipway);
        String hold = release.path() + "/hold";
        slipway.as("admin").put(hold, Map.of("reason", "Case 17")).expect(200);
        requireWhole();
        clock.advance(java.time.Duration.ofDays(2556));

        fading.fade();

        assertThat(holds(release).path(0).path("detail").path("reason").asText())
                .isEqualTo("Case 17");
        slipway.as("admin").delete(hold + "?reason=Settled").expect(200);
        fading.fade();
        assertThat(holds(release).path(0).path("detail").path("reason").asText())
                .isEqualTo("Settled");
        assertThat(holds(release).path(1).path("detail").isMissingNode()
                        || holds(release).path(1).path("detail").isNull())
                .isTrue();
        assertThat(holds(release).path(1).path("person").asText()).isEqualTo("admin");
        JsonNode told = slipway.as("auditor")
                .get("/api/audit/journal?kind=BLANKING&limit=1")
                .expect(200)
                .json()
                .at("/items/0");
        assertThat(told.path("person").asText()).isEqualTo("slipway");
        assertThat(told.path("subject").asText()).isEqualTo("period");
        assertThat(told.at("/detail/positions").asText()).isNotBlank();
        assertThat(slipway.as("auditor")
                        .get("/api/audit/verification?release=" + release.number())
                        .expect(200)
                        .json()
                        .path("broken"))
                .isEmpty();
        requireWhole();
    }

    @Test
    void tellsWhatIsKeptForHowLongAndWhatGoesNext() {
        ReleaseStory held = ReleaseStory.registered(slipway).cancelled();
        slipway.as("admin")
                .put(held.path() + "/hold", Map.of("reason", "Case 18"))
                .expect(200);
        ReleaseStory.registered(slipway).cancelled();

        slipway.as("operator").get("/api/retention").expectProblem(403, "operation-not-allowed");
        JsonNode report =
                slipway.as("auditor").get("/api/retention").expect(200).json();

        assertThat(report.path("kinds"))
                .extracting(kind ->
                        kind.path("kind").asText() + " " + kind.path("period").asText("for good"))
                .containsExactly("RECORDS for good", "ENGINE_HISTORY P2555D", "JOURNAL P2555D", "READINGS P2555D");
        assertThat(report.path("kinds").path(1).path("next").asText()).isNotEmpty();
        assertThat(report.path("held")).extracting(JsonNode::asText).contains(held.number());
    }

    @Test
    void startsOnlyWithPeriodsThatDoNotContradictEachOther() {
        assertThat(new Periods(new RetentionSettings(SEVEN_YEARS, Period.ofDays(90)), "P2555D").readings())
                .isEqualTo(Period.ofDays(90));
        refused(
                "P2555D",
                Period.ofDays(2554),
                SEVEN_YEARS,
                "SLIPWAY_RETENTION_JOURNAL is P2554D, but the journal has to outlive");
        refused("P2555D", SEVEN_YEARS, Period.ofDays(-1), "SLIPWAY_RETENTION_READINGS is P-1D");
        refused("P1D", SEVEN_YEARS, SEVEN_YEARS, "SLIPWAY_HISTORY_TIME_TO_LIVE is P1D");
        refused("P7Y", SEVEN_YEARS, SEVEN_YEARS, "it takes days");
        refused("ages", SEVEN_YEARS, SEVEN_YEARS, "no number of days");
    }

    private static void refused(String engine, Period journal, Period readings, String message) {
        assertThatThrownBy(() -> new Periods(new RetentionSettings(journal, readings), engine))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(message);
    }

    /** In the window of the engine's clean-up. */
    private void atNight(Period from) {
        ZoneId here = ZoneId.systemDefault();
        clock.reset();
        clock.stopAt(
                clock.instant().atZone(here).plus(from).with(LocalTime.of(2, 0)).toInstant());
    }

    /** As the job executor does, which is at rest here: the jobs stand ready because a window is configured. */
    private void cleanUp() {
        assertThat(history.findHistoryCleanupJobs()).isNotEmpty();
        history.findHistoryCleanupJobs().forEach(job -> jobs.executeJob(job.getId()));
    }

    private void bend(String run, byte[] content) {
        jdbc.sql("update process_kept_run set content = ? where id = ?")
                .params(content, run)
                .update();
    }

    private Path file(ReleaseStory release) throws IOException {
        return Files.write(
                folder.resolve(release.number() + ".zip"),
                slipway.as("auditor")
                        .get(release.path() + "/audit-pack")
                        .expect(200)
                        .bytes());
    }

    /** One that nobody has bent. */
    private ZipParts pack(ReleaseStory release) throws IOException {
        Path file = file(release);
        PackCheck.Result checked = PackCheck.of(file);
        assertThat(checked.findings()).isEmpty();
        assertThat(checked.signed()).isTrue();
        return ZipParts.of(file);
    }

    /** With their steps, and who had them. */
    private static ArrayNode runs(ZipParts pack) throws IOException {
        ArrayNode runs = JsonNodeFactory.instance.arrayNode();
        pack.json("process/history.json").forEach(filed -> runs.add(filed.path("run")));
        return runs;
    }

    private String lifecycle(ReleaseStory release) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(release.number())
                .rootProcessInstances()
                .singleResult()
                .getId();
    }

    private long lifecycles(ReleaseStory release) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(release.number())
                .count();
    }

    private int lines(ReleaseStory release) {
        return slipway.as("auditor")
                .get(release.path() + "/history?limit=200")
                .expect(200)
                .json()
                .path("items")
                .size();
    }

    private JsonNode holds(ReleaseStory release) {
        return slipway.as("auditor")
                .get("/api/audit/journal?kind=HOLD&release=" + release.number())
                .expect(200)
                .json()
                .path("items");
    }

    private void requireWhole() {
        JsonNode broken = broken("");
        assertThat(broken).as(broken.toPrettyString()).isEmpty();
    }

    private JsonNode broken(String of) {
        return slipway.as("auditor")
                .get("/api/audit/verification" + of)
                .expect(200)
                .json()
                .path("broken");
    }
}
