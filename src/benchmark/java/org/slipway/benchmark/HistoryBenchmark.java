package org.slipway.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slipway.packaging.Node;
import org.slipway.support.PostgreSQL;
import org.slipway.support.SlipwayClient;

/**
 * A hundred thousand finished instances of one model with ten activities each ({@code -Dslipway.benchmark.instances} for another
 * number): the first page of each page of Cockpit, as it asks for it, beside the same question written by hand. What any question
 * over HTTP costs, asked by the same person at the same door, is on both sides.
 */
class HistoryBenchmark {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryBenchmark.class);
    private static final int INSTANCES = Integer.getInteger("slipway.benchmark.instances", 100_000);
    private static final double MOST = 2.0;

    @TempDir
    Path folder;

    @Test
    void firstPagesCostAtMostTwiceWhatIsWrittenByHand() throws Exception {
        String url = PostgreSQL.freshDatabase("history");
        Map<String, String> settings = Map.of(
                "SLIPWAY_DB_URL", url, "SLIPWAY_DB_USER", PostgreSQL.USER, "SLIPWAY_DB_PASSWORD", PostgreSQL.USER);
        try (Node node = Node.start(settings, folder);
                Connection database = DriverManager.getConnection(url, PostgreSQL.USER, PostgreSQL.USER)) {
            SlipwayClient auditor = node.client().as("auditor");
            String definition = auditor.get(
                            "/engine-rest/process-definition?key=release-lifecycle&latestVersion=true&maxResults=1")
                    .expect(200)
                    .json()
                    .at("/0/id")
                    .asText();
            fill(database, definition);
            String one = "finished-" + INSTANCES / 2;
            Map<String, Double> worst = new LinkedHashMap<>();
            worst.put(
                    "instances of a model",
                    ask(
                            auditor,
                            database,
                            () -> auditor.get("/api/process-definitions/" + definition + "/instances?limit=20")
                                    .expect(200),
                            "select * from ACT_HI_PROCINST where PROC_DEF_ID_ = '" + definition
                                    + "' order by START_TIME_ desc, ID_ desc fetch first 21 rows only"));
            worst.put(
                    "instances of a release",
                    ask(
                            auditor,
                            database,
                            () -> auditor.post(
                                            "/engine-rest/history/process-instance?firstResult=0&maxResults=20",
                                            "{\"processInstanceBusinessKey\": \"key-" + INSTANCES / 2
                                                    + "\", \"sorting\": [{\"sortBy\": \"startTime\","
                                                    + " \"sortOrder\": \"asc\"}, {\"sortBy\": \"instanceId\","
                                                    + " \"sortOrder\": \"asc\"}]}")
                                    .expect(200),
                            "select * from ACT_HI_PROCINST where BUSINESS_KEY_ = 'key-" + INSTANCES / 2
                                    + "' order by START_TIME_, ID_ fetch first 20 rows only"));
            worst.put(
                    "an instance",
                    ask(
                            auditor,
                            database,
                            () -> auditor.get("/engine-rest/history/process-instance/" + one)
                                    .expect(200),
                            "select * from ACT_HI_PROCINST where PROC_INST_ID_ = '" + one + "'"));
            worst.put(
                    "activities of an instance",
                    ask(
                            auditor,
                            database,
                            () -> auditor.post(
                                            "/engine-rest/history/activity-instance?firstResult=0&maxResults=20",
                                            "{\"processInstanceId\": \"" + one
                                                    + "\", \"sorting\": [{\"sortBy\": \"startTime\","
                                                    + " \"sortOrder\": \"asc\"}, {\"sortBy\": \"occurrence\","
                                                    + " \"sortOrder\": \"asc\"}]}")
                                    .expect(200),
                            "select * from ACT_HI_ACTINST where PROC_INST_ID_ = '" + one
                                    + "' order by START_TIME_, SEQUENCE_COUNTER_ fetch first 20 rows only"));
            LOG.info("First pages of {} instances, in times of what is written by hand: {}", INSTANCES, worst);
            assertThat(worst)
                    .allSatisfy((page, ratio) -> assertThat(ratio).as(page).isLessThanOrEqualTo(MOST));
        }
    }

    /** @return how many times longer the page takes than a question of nothing and the one by hand together */
    private static double ask(SlipwayClient client, Connection database, Runnable page, String byHand) {
        Map<String, Runnable> ways = new LinkedHashMap<>();
        ways.put("page", page);
        ways.put("page again", page);
        ways.put("nothing", () -> client.get("/engine-rest/version").expect(200));
        ways.put("SQL", () -> rows(database, byHand));
        Samples samples = Samples.of(ways, 30, 100);
        double ratio =
                samples.quantile("page", 0.5) / (samples.quantile("nothing", 0.5) + samples.quantile("SQL", 0.5));
        LOG.info("{}: {} times; the same twice = {}{}", byHand, ratio, samples.ratio("page", "page again"), samples);
        return ratio;
    }

    private static void rows(Connection database, String byHand) {
        try (PreparedStatement statement = database.prepareStatement(byHand);
                ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                result.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void fill(Connection database, String definition) throws SQLException {
        String series = " from generate_series(1, " + INSTANCES + ") i";
        String start = "now()::timestamp - i * interval '20 minutes'";
        try (Statement statement = database.createStatement()) {
            statement.execute("insert into ACT_HI_PROCINST (ID_, PROC_INST_ID_, BUSINESS_KEY_, PROC_DEF_KEY_,"
                    + " PROC_DEF_ID_, START_TIME_, END_TIME_, REMOVAL_TIME_, DURATION_, START_USER_ID_, START_ACT_ID_,"
                    + " END_ACT_ID_, ROOT_PROC_INST_ID_, STATE_) select 'finished-' || i, 'finished-' || i, 'key-' || i,"
                    + " 'release-lifecycle', '" + definition + "', " + start + ", " + start
                    + " + interval '4 days', now() + interval '7 years', 345600000, 'person' || i % 400, 'registered',"
                    + " 'concluded', 'finished-' || i, 'COMPLETED'" + series);
            statement.execute("insert into ACT_HI_ACTINST (ID_, PROC_DEF_KEY_, PROC_DEF_ID_, ROOT_PROC_INST_ID_,"
                    + " PROC_INST_ID_, EXECUTION_ID_, ACT_ID_, ACT_NAME_, ACT_TYPE_, START_TIME_, END_TIME_, DURATION_,"
                    + " ACT_INST_STATE_, SEQUENCE_COUNTER_) select 'finished-' || i || '-' || a, 'release-lifecycle', '"
                    + definition + "', 'finished-' || i, 'finished-' || i, 'finished-' || i, 'step' || a, 'Step ' || a,"
                    + " 'userTask', " + start + " + a * interval '9 hours', " + start
                    + " + a * interval '9 hours' + interval '8 hours', 28800000, 0, a" + series
                    + " cross join generate_series(1, 10) a");
            statement.execute("analyze");
        }
    }
}
