package org.slipway.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slipway.support.MovableClock;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;
import org.slipway.support.StatementLog;
import org.slipway.support.StatementLog.Cost;
import org.slipway.support.StatementLog.Stage;
import org.slipway.support.StatementLog.Trip;
import org.slipway.support.WatchedDatabase;
import org.springframework.context.annotation.Import;

/**
 * What one release costs the database from its registration with five configuration items to its conclusion, over HTTP
 * with everything on, beside what the engine alone costs. A command is one request that changes something; all that
 * happens between request and answer counts, the login included. Each command finds its task in the answer of the one
 * before, so looking for it is not counted.
 */
@SlipwayTest
@OnBothDatabases
@Import(WatchedDatabase.class)
class StatementsOfALifecycleTest {

    private static final Logger LOG = LoggerFactory.getLogger(StatementsOfALifecycleTest.class);

    /**
     * What all commands together may cost, in times of what the engine alone costs for the same lifecycle: the bounds of
     * the product, which the bounds per command keep.
     */
    private static final double STATEMENTS = 1.25;

    private static final double TRIPS = 1.20;

    /** How often a command may ask something of the journal's tables, to write in them included. */
    private static final int JOURNAL = 2;

    /** What each command costs. Raise a number only for something that is worth it, and say so in the commit. */
    private static final Map<String, Cost> AT_MOST = inOrder(
            atMost("register", 53, 31),
            atMost("plan", 59, 41),
            atMost("approve", 83, 59),
            atMost("authorise", 40, 35),
            atMost("add activity 1", 28, 22),
            atMost("add activity 2", 26, 22),
            atMost("carry out 1", 36, 32),
            atMost("carry out 2", 38, 32),
            atMost("execute", 59, 43),
            atMost("test", 36, 35),
            atMost("homologate", 62, 53),
            atMost("close", 73, 54));

    private final SlipwayClient slipway;
    private final StatementLog ours;
    private final MovableClock clock;

    StatementsOfALifecycleTest(SlipwayClient slipway, StatementLog ours, MovableClock clock) {
        this.slipway = slipway;
        this.ours = ours;
        this.clock = clock;
    }

    @Test
    void costsLittleMoreThanTheEngineAlone() {
        // What is remembered for some seconds is remembered for all of it. Ahead, so that every window has opened.
        clock.stopAt(Instant.now().plus(1, ChronoUnit.MINUTES));
        StatementLog bare = new StatementLog();
        try (BareFloor floor = new BareFloor(bare)) {
            floor.liveOnce();
            liveOnce();
            bare.clear();
            ours.clear();
            floor.liveOnce();
            liveOnce();
        }
        LOG.info("What a lifecycle costs the database:\n{}", table(bare));
        AT_MOST.forEach((command, most) -> {
            Cost cost = ours.of(command);
            assertThat(cost.commits()).as("commits of %s", command).isEqualTo(1);
            assertThat(cost.statements())
                    .as("statements of %s, of all:%n%s", command, ours.byText())
                    .isLessThanOrEqualTo(most.statements());
            assertThat(cost.trips())
                    .as("round trips of %s, of all:%n%s", command, ours.byText())
                    .isLessThanOrEqualTo(most.trips());
        });
        AT_MOST.keySet()
                .forEach(command -> assertThat(ofTheJournal(command))
                        .as("what %s asks of the journal's tables", command)
                        .hasSizeLessThanOrEqualTo(JOURNAL));
        Cost all = total(ours);
        Cost floor = total(bare);
        assertThat((double) all.statements() / floor.statements())
                .as("statements of all, login included, in times of the engine's own")
                .isLessThanOrEqualTo(STATEMENTS);
        assertThat((double) all.trips() / floor.trips())
                .as("round trips of all, login included, in times of the engine's own")
                .isLessThanOrEqualTo(TRIPS);
    }

    /** The lines of the release's history, entries beside it, and the digests of people; however many lines, they are one batch. */
    private List<String> ofTheJournal(String command) {
        return ours
                .trips(trip -> trip.command().equals(command)
                        && trip.sql()
                                .toLowerCase(Locale.ROOT)
                                .matches("(?s).*\\b(audit_\\w+|release_occurrence|access_person_digest)\\b.*"))
                .stream()
                .map(Trip::sql)
                .toList();
    }

    private static Cost total(StatementLog log) {
        return AT_MOST.keySet().stream().map(command -> log.of(command)).reduce(new Cost(0, 0, 0), Cost::plus);
    }

    @Test
    void aKeyCostsTwoStatementsAndNoSecondCommit() {
        ReleaseStory.registered(slipway);
        Map<String, Object> first = ReleaseStory.registration(slipway);
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        ours.clear();

        command("without a key", () -> ReleaseStory.registered(slipway, first));
        SlipwayClient retrying =
                slipway.with("Idempotency-Key", UUID.randomUUID().toString());
        command("with a key", () -> ReleaseStory.registered(retrying, registration));
        command("again", () -> ReleaseStory.registered(retrying, registration));

        Cost keyed = ours.of("with a key");
        assertThat(keyed.commits()).isEqualTo(1);
        assertThat(keyed.statements())
                .as("statements, of all:%n%s", ours.byText())
                .isLessThanOrEqualTo(ours.of("without a key").statements() + 2 + 1);
        assertThat(ours.of("again").commits()).isZero();
    }

    /** One says whether the graph in memory is still the newest, one what the statuses of the items shown are. */
    @Test
    void anImpactCostsTwoStatementsBesidesTheLogin() {
        String prefix = "impact-" + UUID.randomUUID() + "-";
        SlipwayClient operator = slipway.as("operator");
        for (int i = 0; i < 4; i++) {
            operator.post("/api/configuration-items", Map.of("key", prefix + i)).expect(201);
        }
        for (int i = 1; i < 4; i++) {
            Map<String, String> needs = Map.of("from", prefix + i, "to", prefix + (i - 1), "type", "depends_on");
            operator.post("/api/configuration-items/relationships", needs).expect(201);
        }
        String path = "/api/configuration-items/" + prefix + "0/impact?depth=3";
        operator.get(path).expect(200);
        ours.clear();

        command(
                "impact",
                () -> assertThat(operator.get(path).expect(200).json().path("items"))
                        .hasSize(3));

        Cost work = ours.of("impact", Stage.WORK, Stage.ANSWER);
        assertThat(work.statements()).as("of all:%n%s", ours.byText()).isEqualTo(2);
        assertThat(work.trips()).isEqualTo(2);
        assertThat(work.commits()).isZero();
    }

    /** Two for the frame; one each for the record, its model, links, tasks, moves, followers and the names of people. */
    @Test
    void aPageOfAReleaseCostsTheSameHoweverMuchHasHappened() {
        clock.stopAt(Instant.now().plus(1, ChronoUnit.MINUTES));
        ReleaseStory release = ReleaseStory.registered(slipway);
        SlipwayClient manager = slipway.as("manager").with("Accept", "text/html");
        String page = "/releases/" + release.number();
        manager.get(page).expect(200);
        ours.clear();

        command("young", () -> manager.get(page).expect(200));
        release.planned().approved().authorised();
        command("grown", () -> manager.get(page).expect(200));
        command(
                "flow",
                () -> slipway.as("manager").get(release.path() + "/flow").expect(200));

        int young = ours.of("young", Stage.WORK, Stage.ANSWER).statements();
        assertThat(young).as("of all:%n%s", ours.byText()).isEqualTo(9);
        assertThat(ours.of("grown", Stage.WORK, Stage.ANSWER).statements()).isEqualTo(young);
        // The record, the runs and their steps.
        assertThat(ours.of("flow", Stage.WORK, Stage.ANSWER).statements()).isEqualTo(3);
    }

    private void liveOnce() {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String key = "item-" + UUID.randomUUID();
            slipway.as("manager")
                    .post("/api/configuration-items", Map.of("key", key, "name", key, "itemClass", "Service"))
                    .expect(201);
            items.add(key);
        }
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        registration.put("configurationItems", items);
        ReleaseStory[] registered = new ReleaseStory[1];
        command("register", () -> registered[0] = ReleaseStory.registered(slipway, registration));
        ReleaseStory release = registered[0];
        complete(release, "plan", "operator", "planRelease", Map.of());
        // Whoever looked at the impact last has filled the memory; the next one who moves the CMDB empties it.
        slipway.as("approver").get(release.path() + "/impact").expect(200);
        complete(release, "approve", "approver", "approveRelease", Map.of("decision", "APPROVED"));
        complete(release, "authorise", "requester", "authoriseRelease", Map.of("decision", "GO"));
        for (String command : List.of("add activity 1", "add activity 2")) {
            String due = Instant.now().plus(2, ChronoUnit.HOURS).toString();
            command(
                    command,
                    () -> release.post(
                                    "operator",
                                    "activities",
                                    Map.of("title", command, "due", due, "estimatedMinutes", 30))
                            .expect(201));
        }
        complete(release, "carry out 1", "operator", "carryOutActivity", Map.of("minutesSpent", 10));
        complete(release, "carry out 2", "operator", "carryOutActivity", Map.of("minutesSpent", 10));
        complete(release, "execute", "operator", "executeRelease", Map.of("outcome", "SOLVED"));
        complete(release, "test", "operator", "testRelease", Map.of("outcome", "SOLVED"));
        complete(release, "homologate", "approver", "homologateRelease", ReleaseStory.solution());
        complete(release, "close", "requester", "closeRelease", Map.of("accepted", true));
        assertThat(release.status()).isEqualTo("CONCLUDED");
    }

    private void complete(ReleaseStory release, String command, String person, String task, Map<String, ?> answers) {
        String path = "/api/tasks/" + release.task(task) + "/completion";
        command(command, () -> slipway.as(person).post(path, answers).expect(200));
    }

    private void command(String name, Runnable request) {
        ours.begin(name, Stage.AUTHENTICATION);
        request.run();
        ours.end();
    }

    private String table(StatementLog bare) {
        StringBuilder table = new StringBuilder("%-16s %28s %8s %8s | %8s %8s | %6s %6s%n"
                .formatted("", "statements (login/work/ans)", "trips", "commits", "bare st.", "trips", "st.", "trips"));
        for (String command : AT_MOST.keySet()) {
            table.append(row(command, ours.of(command), bare.of(command), stages(command)));
        }
        int login = AT_MOST.keySet().stream()
                .mapToInt(c -> ours.of(c, Stage.AUTHENTICATION).statements())
                .sum();
        return table.append(row("total", total(ours), total(bare), "login " + login))
                .toString();
    }

    private static Map.Entry<String, Cost> atMost(String command, int statements, int trips) {
        return Map.entry(command, new Cost(statements, trips, 1));
    }

    @SafeVarargs
    private static Map<String, Cost> inOrder(Map.Entry<String, Cost>... commands) {
        Map<String, Cost> all = new LinkedHashMap<>();
        for (Map.Entry<String, Cost> command : commands) {
            all.put(command.getKey(), command.getValue());
        }
        return all;
    }

    private String stages(String command) {
        return "%d/%d/%d"
                .formatted(
                        ours.of(command, Stage.AUTHENTICATION).statements(),
                        ours.of(command, Stage.WORK).statements(),
                        ours.of(command, Stage.ANSWER).statements());
    }

    private static String row(String name, Cost cost, Cost floor, String stages) {
        return "%-16s %10d %17s %8d %8d | %8d %8d | %6.2f %6.2f%n"
                .formatted(
                        name,
                        cost.statements(),
                        stages,
                        cost.trips(),
                        cost.commits(),
                        floor.statements(),
                        floor.trips(),
                        (double) cost.statements() / floor.statements(),
                        (double) cost.trips() / floor.trips());
    }
}
