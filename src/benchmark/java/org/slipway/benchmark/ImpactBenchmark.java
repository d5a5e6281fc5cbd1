package org.slipway.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slipway.packaging.Node;
import org.slipway.support.PostgreSQL;
import org.slipway.support.SlipwayClient;

/**
 * A hundred thousand configuration items and half a million relationships, brought in by the application's own import with
 * the memory of a small machine; then the impact over HTTP, login and answer included, beside the best that SQL can do on
 * the same database: a recursive query that carries nothing but ids.
 */
class ImpactBenchmark {

    private static final Logger LOG = LoggerFactory.getLogger(ImpactBenchmark.class);
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final Pattern HEAP = Pattern.compile("(\\d+)M->(\\d+)M\\(");
    private static final String ROOT = LargeCmdb.key(0);

    private static final String CLOSURE = "with recursive reached(id) as ("
            + " select id from cmdb_item where item_key = ?"
            + " union select r.from_id from cmdb_relationship r join reached on r.to_id = reached.id)"
            + " select count(*) from reached";
    private static final String LEVELS = "with recursive reached(id, level) as ("
            + " select id, 0 from cmdb_item where item_key = ?"
            + " union select r.from_id, reached.level + 1 from cmdb_relationship r join reached on r.to_id = reached.id"
            + " where reached.level < ?) select count(distinct id) from reached";

    @TempDir
    Path folder;

    @Test
    void importsALargeCmdbAndAnswersWithItsImpactFasterThanTheDatabaseCould() throws Exception {
        String url = PostgreSQL.freshDatabase("benchmark");
        Path collections = folder.resolve("collections.log");
        Map<String, String> environment = GeneratedReleases.settings(url);
        environment.put("JAVA_TOOL_OPTIONS", "-Xlog:gc:file=" + collections);
        try (Node node = Node.start(environment, folder);
                Connection database = GeneratedReleases.open(url)) {
            SlipwayClient operator = node.client().as("operator");
            importTable(operator, "items", LargeCmdb.items(), collections);
            importTable(operator, "relationships", LargeCmdb.relationships(), collections);
            database.createStatement().execute("analyze");

            measureClosure(operator, database);
            for (int depth : List.of(3, 5)) {
                measureDepth(operator, database, depth);
            }
            LOG.info("After all: {}", heap(collections));
        }
    }

    private static void importTable(SlipwayClient client, String what, String table, Path collections)
            throws IOException {
        long start = System.nanoTime();
        String job = client.with("Content-Type", "text/csv")
                .post("/api/imports", table)
                .expect(202)
                .header("Location")
                .orElseThrow();
        int[] polls = new int[1];
        JsonNode[] last = new JsonNode[1];
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).until(() -> {
            polls[0]++;
            last[0] = client.get(job).expect(200).json();
            return !last[0].path("state").asText().equals("RUNNING");
        });
        LOG.info(
                "Import of {} ({} MB): {} s, asked {} times; {}; {}",
                what,
                table.length() >> 20,
                Math.round((System.nanoTime() - start) / 1e8) / 10.0,
                polls[0],
                heap(collections),
                last[0].path("outcome"));
        assertThat(last[0].path("state").asText()).isEqualTo("DONE");
    }

    private static void measureClosure(SlipwayClient client, Connection database) {
        String path = impact(ROOT, 100);
        JsonNode answer = client.get(path).expect(200).json();
        LOG.info(
                "The loss of {} reaches {}; SQL finds {} items; the first page has {}",
                ROOT,
                answer.path("totals"),
                count(database, CLOSURE, ROOT),
                answer.path("items").size());
        Map<String, Runnable> ways = new LinkedHashMap<>();
        ways.put("impact", () -> client.get(path).expect(200));
        ways.put("impact again", () -> client.get(path).expect(200));
        ways.put("SQL", () -> count(database, CLOSURE, ROOT));
        Samples samples = Samples.of(ways, 15, 40);
        LOG.info("Everything that is reached, the first page of it:{}", samples);
        Samples.Ratio gain = samples.ratio("SQL", "impact");
        LOG.info("SQL : impact = {}; the same twice = {}", gain, samples.ratio("impact", "impact again"));
        assertThat(gain.low()).isGreaterThan(20);
    }

    private static void measureDepth(SlipwayClient client, Connection database, int depth) {
        Random random = new Random(depth);
        List<String> keys = LargeCmdb.someWhere(random, 400);
        Map<String, Runnable> ways = new LinkedHashMap<>();
        ways.put("impact", () -> client.get(impact(one(keys, random), depth)).expect(200));
        ways.put(
                "impact again",
                () -> client.get(impact(one(keys, random), depth)).expect(200));
        ways.put(
                "an item",
                () -> client.get("/api/configuration-items/" + one(keys, random))
                        .expect(200));
        ways.put("SQL", () -> count(database, LEVELS, one(keys, random), depth));
        Samples samples = Samples.of(ways, 60, 300);
        LOG.info("Depth {}:{}", depth, samples);
        Samples.Ratio cost = samples.ratio("impact", "an item");
        LOG.info(
                "Depth {}: impact : SQL = {}; impact : an item = {}; the same twice = {}",
                depth,
                samples.ratio("impact", "SQL"),
                cost,
                samples.ratio("impact", "impact again"));
        assertThat(cost.high()).isLessThan(2);
    }

    private static String impact(String key, int depth) {
        return "/api/configuration-items/" + key + "/impact?limit=50&depth=" + depth;
    }

    private static String one(List<String> keys, Random random) {
        return keys.get(random.nextInt(keys.size()));
    }

    private static long count(Connection database, String sql, Object... parameters) {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The most that lay in the application's heap before and after a collection. */
    private static String heap(Path collections) throws IOException {
        long before = 0;
        long after = 0;
        for (String line : Files.readAllLines(collections)) {
            Matcher matcher = HEAP.matcher(line);
            if (matcher.find()) {
                before = Math.max(before, Long.parseLong(matcher.group(1)));
                after = Math.max(after, Long.parseLong(matcher.group(2)));
            }
        }
        return "at most " + before + " MB in the heap, " + after + " MB after a collection";
    }
}
