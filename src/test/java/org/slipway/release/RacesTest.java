package org.slipway.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.junit.jupiter.api.RepeatedTest;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayClient.Answer;
import org.slipway.support.SlipwayTest;

/** Twenty clients at once complete, suspend and cancel the same release. */
@SlipwayTest
@OnBothDatabases
class RacesTest {

    private static final int CLIENTS = 20;

    private final SlipwayClient slipway;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final HistoryService history;

    RacesTest(SlipwayClient slipway, RuntimeService runtime, TaskService tasks, HistoryService history) {
        this.slipway = slipway;
        this.runtime = runtime;
        this.tasks = tasks;
        this.history = history;
    }

    @RepeatedTest(5)
    void endsOnceWhenEverybodyWantsSomethingElse() throws Exception {
        ReleaseStory release = ReleaseStory.registered(slipway).until("executeRelease");
        String task = release.task("executeRelease");
        String reason = release.justification("SUSPENSION");

        List<Answer> answers = atOnce(client -> switch (client % 3) {
            case 0 ->
                () -> slipway.as("operator").post("/api/tasks/" + task + "/completion", Map.of("outcome", "SOLVED"));
            case 1 -> () -> release.post("manager", "suspension", Map.of("justification", reason));
            default -> () -> release.post("manager", "cancellation", Map.of("reason", "Race"));
        });

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(200, 409));
        assertThat(winners(answers, 2, 3)).isEqualTo(1);
        assertThat(release.status()).isEqualTo("CANCELLED");
        assertThat(release.openTasks()).isEmpty();
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(release.number())
                        .count())
                .isZero();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(release.number())
                        .count())
                .isZero();
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(release.number())
                        .processDefinitionKey("release-lifecycle")
                        .list())
                .extracting(HistoricProcessInstance::getState)
                .containsExactly(HistoricProcessInstance.STATE_COMPLETED);
    }

    @RepeatedTest(3)
    void completesATaskOnceWhenTwentyTry() throws Exception {
        ReleaseStory release = ReleaseStory.registered(slipway).until("testRelease");
        String task = release.task("testRelease");

        List<Answer> answers = atOnce(client ->
                () -> slipway.as("operator").post("/api/tasks/" + task + "/completion", Map.of("outcome", "SOLVED")));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(200, 409));
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(release.openTasks()).containsExactly("homologateRelease");
    }

    private static long winners(List<Answer> answers, int kind, int of) {
        long won = 0;
        for (int client = kind; client < answers.size(); client += of) {
            won += answers.get(client).status() == 200 ? 1 : 0;
        }
        return won;
    }

    private static List<Answer> atOnce(java.util.function.IntFunction<Callable<Answer>> client) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(CLIENTS);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Answer>> running = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                Callable<Answer> call = client.apply(i);
                running.add(pool.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            start.countDown();
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> one : running) {
                answers.add(one.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }
}
