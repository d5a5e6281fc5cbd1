package org.slipway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayClient.Answer;
import org.slipway.support.SlipwayTest;

/** Many write, two seal as two nodes would, one verifies, all at the same time. */
@SlipwayTest
@OnBothDatabases
class ConcurrentWritersTest {

    /** The embedded database is not for many at once. */
    private static final int WRITERS = "postgresql".equals(System.getProperty("slipway.test.database")) ? 32 : 8;

    private static final int RELEASES = 4;
    private static final int REFUSED = 40;

    private final SlipwayClient slipway;
    private final Sealing sealing;

    ConcurrentWritersTest(SlipwayClient slipway, Sealing sealing) {
        this.slipway = slipway;
        this.sealing = sealing;
    }

    @Test
    void loseNoEntryAndForkNoChain() throws Exception {
        List<ReleaseStory> releases = IntStream.range(0, RELEASES)
                .mapToObj(i -> ReleaseStory.registered(slipway))
                .toList();
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService others = Executors.newFixedThreadPool(3);
        List<Future<?>> beside = new ArrayList<>();
        for (int node = 0; node < 2; node++) {
            beside.add(others.submit(() -> {
                while (!over.get()) {
                    sealing.sealAll();
                }
            }));
        }
        beside.add(others.submit(() -> {
            while (!over.get()) {
                assertThat(verification().path("broken")).isEmpty();
            }
        }));

        List<Answer> answers = write(releases);

        over.set(true);
        for (Future<?> each : beside) {
            each.get();
        }
        others.shutdown();
        JsonNode found = verification();
        assertThat(found.path("broken")).as(found.toPrettyString()).isEmpty();
        for (ReleaseStory release : releases) {
            long changed = answers.stream()
                    .filter(answer -> answer.status() == 200 && answer.text().contains(release.number()))
                    .count();
            assertThat(count(release, "UPDATE")).isEqualTo(changed);
            assertThat(count(release, "REFUSAL")).isEqualTo(WRITERS / 2);
        }
    }

    /** A command with a key holds its connection until it has been answered; there are fewer connections than people. */
    @Test
    void loseNoRefusalOfCommandsWithKeys() throws Exception {
        ReleaseStory release = ReleaseStory.registered(slipway);
        ExecutorService people = Executors.newFixedThreadPool(REFUSED);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Answer>> refused = new ArrayList<>();
        for (int i = 0; i < REFUSED; i++) {
            refused.add(people.submit(() -> {
                start.await();
                return untilThereIsRoom(() -> slipway.as("requester")
                        .with("Idempotency-Key", UUID.randomUUID().toString())
                        .post(release.path() + "/cancellation", Map.of("reason", "No")));
            }));
        }
        start.countDown();
        for (Future<Answer> each : refused) {
            each.get().expectProblem(403, "operation-not-allowed");
        }
        people.shutdown();

        assertThat(count(release, "REFUSAL")).isEqualTo(REFUSED);
    }

    /** Each wants something of each release; half of them may. */
    private List<Answer> write(List<ReleaseStory> releases) throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<List<Answer>>> written = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            int writer = i;
            Callable<List<Answer>> work = () -> {
                start.await();
                List<Answer> answers = new ArrayList<>();
                for (int round = 0; round < RELEASES; round++) {
                    ReleaseStory release = releases.get((writer / 2 + round) % RELEASES);
                    String title = "By " + writer + " in " + round;
                    answers.add(
                            writer % 2 == 0
                                    ? untilThereIsRoom(
                                            () -> slipway.as("manager").patch(release.path(), Map.of("title", title)))
                                    : untilThereIsRoom(() -> slipway.as("requester")
                                            .post(release.path() + "/cancellation", Map.of("reason", "No"))));
                }
                return answers;
            };
            written.add(writers.submit(work));
        }
        start.countDown();
        List<Answer> answers = new ArrayList<>();
        for (Future<List<Answer>> each : written) {
            answers.addAll(each.get());
        }
        writers.shutdown();
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(200, 403, 409));
        return answers;
    }

    /** On a busy machine there are too few connections for all at once; who is told so asks again. */
    private static Answer untilThereIsRoom(Supplier<Answer> request) {
        Answer answer = request.get();
        for (int again = 0; answer.status() == 503 && again < 20; again++) {
            answer = request.get();
        }
        return answer;
    }

    private long count(ReleaseStory release, String kind) {
        return slipway.as("auditor")
                .get("/api/audit/journal?limit=200&kind=" + kind + "&release=" + release.number())
                .expect(200)
                .json()
                .path("items")
                .size();
    }

    private JsonNode verification() {
        return slipway.as("auditor").get("/api/audit/verification").expect(200).json();
    }
}
