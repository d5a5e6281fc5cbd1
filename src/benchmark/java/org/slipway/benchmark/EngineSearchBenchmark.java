package org.slipway.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slipway.packaging.Node;
import org.slipway.support.SlipwayClient;

/**
 * The same lists from Slipway's table of a million releases and from the engine's history of half of them, where what a list
 * filters by is variables: both over HTTP, with the engine's own indexes, its newest page first. What few releases have,
 * Slipway finds a hundred times sooner. Of what a fiftieth of them have or more, the engine comes upon a page by chance, and a
 * hundredth of its time is less than an answer over HTTP that asks for nothing takes (ADR 0018).
 */
class EngineSearchBenchmark {

    private static final Logger LOG = LoggerFactory.getLogger(EngineSearchBenchmark.class);

    private static final int TURNS = Integer.getInteger("slipway.benchmark.turns", 100);
    private static final int TURNS_OF_THE_ENGINE = 5;
    private static final int WARM_UP = 300;
    private static final double LEAST_FOR_FEW = 100;
    private static final double LEAST_FOR_MANY = 2;

    /** Nobody waits longer; what takes longer counts as if it did not. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Each is a variable of the engine's as well. */
    private static final List<String> FEW_HAVE = List.of("requester=person62", "responsible=person41");

    private static final List<String> MANY_HAVE = List.of(
            "executorGroup=group6", "approverGroup=approvers2", "unit=unit8", "model=emergency", "status=CANCELLED");

    @TempDir
    Path folder;

    @Test
    void answersAHundredTimesSoonerThanTheHistoryOfTheEngine() throws Exception {
        String url = GeneratedReleases.many(folder);
        Map<String, String> settings =
                GeneratedReleases.settings(url + "&options=-c%20statement_timeout=" + PATIENCE.toMillis());
        Map<String, Double> few = new LinkedHashMap<>();
        Map<String, Double> many = new LinkedHashMap<>();
        try (Node node = Node.startToStay(settings, folder);
                Connection database = GeneratedReleases.open(url)) {
            EngineHistory.write(database);
            SlipwayClient auditor = node.client().as("auditor");
            for (int turn = 0; turn < WARM_UP; turn++) {
                Stream.of(FEW_HAVE, MANY_HAVE)
                        .flatMap(List::stream)
                        .forEach(
                                filter -> auditor.get("/api/releases?" + filter).expect(200));
            }
            FEW_HAVE.forEach(filter -> few.put(filter, times(auditor, filter)));
            MANY_HAVE.forEach(filter -> many.put(filter, times(auditor, filter)));
        }
        LOG.info("How many times sooner: what few have {}, what many have {}", few, many);
        assertThat(few)
                .allSatisfy((filter, times) -> assertThat(times).as(filter).isGreaterThanOrEqualTo(LEAST_FOR_FEW));
        assertThat(many)
                .allSatisfy((filter, times) -> assertThat(times).as(filter).isGreaterThanOrEqualTo(LEAST_FOR_MANY));
    }

    private static double times(SlipwayClient client, String filter) {
        String[] asked = filter.split("=");
        Map<String, Object> query = Map.of(
                "variables",
                List.of(Map.of("name", asked[0], "operator", "eq", "value", asked[1])),
                "sorting",
                List.of(Map.of("sortBy", "startTime", "sortOrder", "desc")));
        Map<String, Runnable> ours = new LinkedHashMap<>();
        ours.put("slipway", () -> client.get("/api/releases?" + filter).expect(200));
        ours.put("slipway again", () -> client.get("/api/releases?" + filter).expect(200));
        // One after the other: a question to the engine goes through so much that the database forgets everything else.
        Samples sooner = Samples.of(ours, TURNS / 5, TURNS);
        Map<String, Runnable> theirs = Map.of("engine", () -> instances(client, query));
        Samples later = Samples.of(theirs, 1, TURNS_OF_THE_ENGINE);
        double ratio = later.median("engine") / sooner.median("slipway");
        LOG.info(
                "{}: engine : slipway = {}; the same twice = {}{}{}",
                filter,
                Math.round(ratio),
                sooner.ratio("slipway", "slipway again"),
                sooner,
                later);
        return ratio;
    }

    private static void instances(SlipwayClient client, Map<String, Object> query) {
        int status = client.post("/engine-rest/history/process-instance?firstResult=0&maxResults=50", query)
                .status();
        // 500 when the database has stopped it.
        assertThat(status).isIn(200, 500);
    }
}
