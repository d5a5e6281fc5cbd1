package org.slipway.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slipway.packaging.Node;
import org.slipway.support.SlipwayClient;

/**
 * The first page of the list of tasks among a hundred thousand open ones and among a thousand: of somebody to whose group ten
 * thousand are offered, of one who holds a few and of one who has none. It takes at most twice what is written by hand and an
 * answer over HTTP that asks for nothing take together, and does not grow by more than the power of 0.30 of their number.
 */
class TaskBenchmark {

    private static final Logger LOG = LoggerFactory.getLogger(TaskBenchmark.class);
    private static final int TURNS = Integer.getInteger("slipway.benchmark.turns", 100);
    private static final double MOST = 2;
    private static final double MOST_GROWTH = 0.30;

    private static final String LIST = """
            select t.ID_, e.BUSINESS_KEY_, t.TASK_DEF_KEY_, t.NAME_, t.ASSIGNEE_, t.CREATE_TIME_, t.DUE_DATE_, t.SUSPENSION_STATE_,
                   l.GROUP_ID_, l.USER_ID_
              from (%s order by CREATE_TIME_, ID_ fetch first 51 rows only) t
              join ACT_RU_EXECUTION e on e.ID_ = t.PROC_INST_ID_
              left join ACT_RU_IDENTITYLINK l on l.TASK_ID_ = t.ID_ and l.TYPE_ = 'candidate'
             order by t.CREATE_TIME_, t.ID_""";

    /** Whoever writes for somebody with many goes through all in their order. */
    private static final String MANY = LIST.formatted(
            "select * from ACT_RU_TASK where ASSIGNEE_ = 'operator' or ASSIGNEE_ is null and ID_ in (select TASK_ID_"
                    + " from ACT_RU_IDENTITYLINK where TYPE_ = 'candidate'"
                    + " and (USER_ID_ = 'operator' or GROUP_ID_ in ('operations')))");

    /** And for somebody with few begins with his. */
    private static final String FEW = LIST.formatted(
            "select * from ACT_RU_TASK where ID_ in (select ID_ from ACT_RU_TASK where ASSIGNEE_ = '%1$s' union all"
                    + " select TASK_ID_ from ACT_RU_IDENTITYLINK where TYPE_ = 'candidate' and (USER_ID_ = '%1$s'"
                    + " or GROUP_ID_ in ('%2$s'))) and (ASSIGNEE_ is null or ASSIGNEE_ = '%1$s')");

    @TempDir
    Path folder;

    @Test
    void hardlyGrowsWithTheTasksOfOthers() throws Exception {
        String small = GeneratedReleases.few(folder);
        String large = GeneratedReleases.many(folder);
        Map<String, Double> times = new LinkedHashMap<>();
        Map<String, Double> growth = new LinkedHashMap<>();
        try (Node few = Node.startToStay(GeneratedReleases.settings(small), folder);
                Node many = Node.startToStay(GeneratedReleases.settings(large), folder);
                ByHand hand = new ByHand(large)) {
            Map<String, String> lists = new LinkedHashMap<>();
            lists.put("operator", MANY);
            lists.put("requester", FEW.formatted("requester", "requesters"));
            lists.put("auditor", FEW.formatted("auditor", "auditors"));
            lists.forEach((person, list) -> {
                SlipwayClient here = few.client().as(person);
                SlipwayClient there = many.client().as(person);
                assertThat(ids(there)).as(person).isEqualTo(first(hand.first(list)));
                Map<String, Runnable> ways = new LinkedHashMap<>();
                ways.put("few", () -> here.get("/api/tasks").expect(200));
                ways.put("many", () -> there.get("/api/tasks").expect(200));
                ways.put("many again", () -> there.get("/api/tasks").expect(200));
                ways.put("SQL", () -> hand.first(list));
                ways.put("nothing", () -> there.get("/engine-rest/version").expect(200));
                Samples samples = Samples.of(ways, TURNS / 5, TURNS);
                times.put(person, samples.median("many") / (samples.median("SQL") + samples.median("nothing")));
                growth.put(person, Math.log(samples.ratio("many", "few").median()) / Math.log(GeneratedReleases.TIMES));
                LOG.info("{}: the same twice = {}{}", person, samples.ratio("many", "many again"), samples);
            });
        }
        LOG.info(
                "Lists of tasks, in times of what is written by hand and nothing: {}; exponents of growth: {}",
                times,
                growth);
        assertThat(times)
                .allSatisfy((person, ratio) -> assertThat(ratio).as(person).isLessThanOrEqualTo(MOST));
        assertThat(growth)
                .allSatisfy(
                        (person, exponent) -> assertThat(exponent).as(person).isLessThanOrEqualTo(MOST_GROWTH));
    }

    private static List<String> ids(SlipwayClient client) {
        return StreamSupport.stream(
                        client.get("/api/tasks")
                                .expect(200)
                                .json()
                                .path("items")
                                .spliterator(),
                        false)
                .map(task -> task.path("id").asText())
                .toList();
    }

    private static List<String> first(List<String> ids) {
        return ids.stream().distinct().limit(50).toList();
    }
}
