package org.slipway.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slipway.packaging.Node;
import org.slipway.support.SlipwayClient;

/**
 * The same lists from Slipway's table of a million releases and from the engine's history of half of them, where what a list
 * filters by is variables: both over HTTP, with the engine's own indexes, its newest page first. Only filters that hold for few:
 * for what a tenth of all have, or for a part of a title, the engine needs longer than anybody waits.
 */
class EngineSearchBenchmark {

    private static final Logger LOG = LoggerFactory.getLogger(EngineSearchBenchmark.class);

    private static final int TURNS = Integer.getInteger("slipway.benchmark.turns", 100);
    private static final double LEAST = 100;

    @TempDir
    Path folder;

    @Test
    void answersAHundredTimesSoonerThanTheHistoryOfTheEngine() throws Exception {
        String url = GeneratedReleases.many(folder);
        Map<String, Double> times = new LinkedHashMap<>();
        try (Node node = Node.start(GeneratedReleases.settings(url), folder);
                Connection database = GeneratedReleases.open(url)) {
            EngineHistory.write(database);
            SlipwayClient auditor = node.client().as("auditor");
            times.put("requester", ask(auditor, "requester=person62", "requester", "eq", "person62"));
            times.put("group", ask(auditor, "executorGroup=group6", "executorGroup", "eq", "group6"));
            times.put("responsible", ask(auditor, "responsible=person41", "responsible", "eq", "person41"));
        }
        LOG.info("How many times sooner: {}", times);
        assertThat(times)
                .allSatisfy((filter, ratio) -> assertThat(ratio).as(filter).isGreaterThanOrEqualTo(LEAST));
    }

    private static double ask(SlipwayClient client, String question, String variable, String operator, String value) {
        Map<String, Object> query = Map.of(
                "variables",
                List.of(Map.of("name", variable, "operator", operator, "value", value)),
                "sorting",
                List.of(Map.of("sortBy", "startTime", "sortOrder", "desc")));
        Map<String, Runnable> ours = new LinkedHashMap<>();
        ours.put("slipway", () -> client.get("/api/releases?" + question).expect(200));
        ours.put("slipway again", () -> client.get("/api/releases?" + question).expect(200));
        Map<String, Runnable> theirs = new LinkedHashMap<>();
        theirs.put("engine", () -> instances(client, query));
        theirs.put("engine with variables", () -> variables(client, instances(client, query)));
        // One after the other: a question to the engine goes through so much that the database forgets everything else.
        Samples sooner = Samples.of(ours, TURNS / 5, TURNS);
        Samples later = Samples.of(theirs, 1, Math.max(5, TURNS / 10));
        double ratio = later.median("engine") / sooner.median("slipway");
        LOG.info(
                "{}: engine : slipway = {}, with variables {}; the same twice = {}{}{}",
                question,
                Math.round(ratio),
                Math.round(later.median("engine with variables") / sooner.median("slipway")),
                sooner.ratio("slipway", "slipway again"),
                sooner,
                later);
        return ratio;
    }

    private static List<String> instances(SlipwayClient client, Map<String, Object> query) {
        return StreamSupport.stream(
                        client.post("/engine-rest/history/process-instance?firstResult=0&maxResults=50", query)
                                .expect(200)
                                .json()
                                .spliterator(),
                        false)
                .map(instance -> instance.path("id").asText())
                .collect(Collectors.toList());
    }

    private static void variables(SlipwayClient client, List<String> instances) {
        client.post(
                        "/engine-rest/history/variable-instance?firstResult=0&maxResults=1000",
                        Map.of("processInstanceIdIn", instances))
                .expect(200);
    }
}
