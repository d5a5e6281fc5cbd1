package org.slipway.webapps.retry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slipway.support.MovableClock;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayClient.Answer;
import org.slipway.support.SlipwayTest;
import org.slipway.support.TestDatabase;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Clients that lose their answer and send the same again, with the key of the first time. */
@SlipwayTest
@OnBothDatabases
class RetriesTest {

    private static final String KEY = "Idempotency-Key";
    private static final String REPLAYED = "Idempotency-Replayed";

    private final SlipwayClient slipway;
    private final KeptAnswers answers;
    private final MovableClock clock;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final HikariDataSource pool;
    private final int port;
    private final String key = UUID.randomUUID().toString();

    RetriesTest(
            SlipwayClient slipway,
            KeptAnswers answers,
            MovableClock clock,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            HikariDataSource pool,
            Environment environment) {
        this.slipway = slipway;
        this.answers = answers;
        this.clock = clock;
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.pool = pool;
        this.port = environment.getRequiredProperty("local.server.port", Integer.class);
    }

    @Test
    void getsTheFirstAnswerAgainAndDoesNothingTwice() {
        Map<String, Object> registration = registration();

        Answer first = as("requester").post("/api/releases", registration).expect(201);
        Answer again = as("requester").post("/api/releases", registration).expect(201);

        assertThat(first.header(REPLAYED)).isEmpty();
        assertThat(again.header(REPLAYED)).hasValue("true");
        assertThat(again.text()).isEqualTo(first.text());
        for (String header : List.of("Location", "ETag", "Content-Type")) {
            assertThat(again.header(header)).isPresent().isEqualTo(first.header(header));
        }
        assertThat(registered(registration)).hasSize(1);
    }

    @Test
    void isCarriedOutOnceWhenSixteenSendItAtOnce() throws Exception {
        Map<String, Object> registration = registration();

        List<Answer> all = atOnce(16, () -> as("requester").post("/api/releases", registration));

        assertThat(all).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
        assertThat(all).filteredOn(answer -> answer.header(REPLAYED).isEmpty()).hasSize(1);
        assertThat(all.stream().map(Answer::text).distinct()).hasSize(1);
        assertThat(registered(registration)).hasSize(1);
    }

    @Test
    void mayBeCorrectedAfterARefusal() {
        Map<String, Object> registration = registration();
        Map<String, Object> wrong = new HashMap<>(registration);
        wrong.put("executorGroup", "nobody-knows");
        Map<String, Object> malformed = new HashMap<>(registration);
        malformed.put("title", "");

        as("requester").post("/api/releases", wrong).expectProblem(400, "group-unknown");
        as("requester").post("/api/releases", malformed).expectProblem(400, "fields-invalid");
        Answer corrected = as("requester").post("/api/releases", registration).expect(201);

        assertThat(corrected.header(REPLAYED)).isEmpty();
        assertThat(registered(registration)).hasSize(1);
    }

    @Test
    void isRefusedWhenTheKeyBelongsToAnotherRequest() {
        Map<String, Object> registration = registration();
        as("requester").post("/api/releases", registration).expect(201);

        as("requester").post("/api/releases", registration()).expectProblem(422, "idempotency-key-reused");
        as("requester").post("/api/changes", registration).expectProblem(422, "idempotency-key-reused");
        as("requester").put("/api/releases", registration).expectProblem(422, "idempotency-key-reused");
        as("requester").post("/api/releases?once=more", registration).expectProblem(422, "idempotency-key-reused");
    }

    @Test
    void isNobodyElsesRetry() {
        Map<String, Object> registration = registration();

        Answer mine = as("requester").post("/api/releases", registration).expect(201);
        Answer others = as("manager").post("/api/releases", registration).expect(201);

        assertThat(others.header(REPLAYED)).isEmpty();
        assertThat(others.json().path("number")).isNotEqualTo(mine.json().path("number"));
        assertThat(registered(registration)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "with\ta-tab"})
    void needsAReadableKey(String unreadable) {
        keyed("requester", unreadable)
                .post("/api/releases", registration())
                .expectProblem(400, "idempotency-key-malformed");
    }

    @Test
    void takesKeysOfUpToTwoHundredCharacters() {
        Map<String, Object> registration = registration();

        keyed("requester", "k".repeat(201))
                .post("/api/releases", registration)
                .expectProblem(400, "idempotency-key-malformed");
        keyed("requester", "k".repeat(200)).post("/api/releases", registration).expect(201);
    }

    @Test
    void tellsInTheReadersLanguageWhyItIsRefused() {
        Answer refused = keyed("requester", "")
                .with("Accept-Language", "pt-BR")
                .post("/api/releases", registration())
                .expectProblem(400, "idempotency-key-malformed");

        assertThat(refused.json().path("detail").asText()).contains("caracteres ASCII imprimíveis");
    }

    @Test
    void leavesAnonymousCallersAndReadersAlone() {
        slipway.with(KEY, key).post("/api/releases", registration()).expect(401);
        as("requester").get("/api/me").expect(200);
        assertThat(as("requester").get("/api/me").expect(200).header(REPLAYED)).isEmpty();
    }

    @Test
    void standsInTheDescriptionOfEveryCommand() {
        JsonNode release = slipway.as("manager")
                .get("/v3/api-docs")
                .expect(200)
                .json()
                .path("paths")
                .path("/api/releases/{number}");

        assertThat(release.path("patch").path("parameters").toString()).contains(KEY);
        assertThat(release.path("get").path("parameters").toString()).doesNotContain(KEY);
    }

    @Test
    void worksForEveryKindOfCommand() {
        ReleaseStory release = ReleaseStory.registered(slipway);
        SlipwayClient editor = keyed("manager", UUID.randomUUID().toString());
        SlipwayClient follower = keyed("manager", UUID.randomUUID().toString());
        String followed = release.path() + "/followers/manager";
        as("manager").post(release.path() + "/followers").expect(200);

        for (String replayed : new String[] {null, "true"}) {
            Answer edited =
                    editor.patch(release.path(), Map.of("title", "Edited once")).expect(200);
            assertThat(edited.header(REPLAYED).orElse(null)).isEqualTo(replayed);
            Answer left = follower.delete(followed).expect(200);
            assertThat(left.header(REPLAYED).orElse(null)).isEqualTo(replayed);
        }
        assertThat(release.record().path("title").asText()).isEqualTo("Edited once");
    }

    @Test
    void recognisesAnUploadByWhatIsInIt() {
        String documents = ReleaseStory.registered(slipway).path() + "/links/documents";

        String first = upload(documents, "cut", "abc").expect(201).text();
        Answer again = upload(documents, "otherCut", "abc").expect(201);

        assertThat(again.header(REPLAYED)).hasValue("true");
        assertThat(again.text()).isEqualTo(first);
        upload(documents, "cut", "abcd").expectProblem(422, "idempotency-key-reused");
        assertThat(slipway.as("auditor").get(documents).json().path("items")).hasSize(1);
        keyed("operator", UUID.randomUUID().toString())
                .with("Content-Type", "multipart/form-data; boundary=cut")
                .post(documents, part("cut", "x".repeat(13 * 1024 * 1024)))
                .expectProblem(413, "document-too-large");
    }

    @Test
    void refusesABodyThatIsTooLargeToBeRemembered() {
        as("operator")
                .with("Content-Type", "text/csv")
                .post("/api/changes/import", "x".repeat(13 * 1024 * 1024))
                .expectProblem(413, "too-large");
    }

    @Test
    void learnsWhatBecameOfARequestWhoseAnswerIsLost() throws Exception {
        ReleaseStory release = ReleaseStory.registered(slipway);
        String path = "/api/tasks/" + release.task("planRelease") + "/completion";

        sendAndGoAway("operator", path, "{}");
        Awaitility.await().until(() -> release.openTasks().contains("approveRelease"));

        slipway.as("operator").post(path, "{}").expectProblem(409, "task-done");
        Answer again = as("operator").post(path, "{}").expect(200);
        assertThat(again.header(REPLAYED)).hasValue("true");
        assertThat(again.text()).contains("approveRelease");
        assertThat(release.openTasks()).containsExactly("approveRelease");
    }

    @Test
    void isCarriedOutWhenTheFirstOneDiedBeforeItsCommit() {
        ReleaseStory release = ReleaseStory.registered(slipway);
        Map<String, String> suspension = Map.of("justification", release.justification("SUSPENSION"));
        CompletableFuture<Answer> first = new CompletableFuture<>();

        transactions.executeWithoutResult(holdingTheRelease -> {
            jdbc.sql("select number from release_record where number = ? for update")
                    .param(release.number())
                    .query(String.class)
                    .single();
            new Thread(() -> first.complete(as("manager").post(release.path() + "/suspension", suspension))).start();
            Awaitility.await().until(this::someoneWaitsAndIsCutOff);
            assertThat(first.join().status()).isGreaterThanOrEqualTo(500);
        });
        // H2 hands out connections of ended sessions.
        pool.getHikariPoolMXBean().softEvictConnections();
        assertThat(release.status()).isEqualTo("REGISTERED");

        Answer again =
                as("manager").post(release.path() + "/suspension", suspension).expect(200);

        assertThat(again.header(REPLAYED)).isEmpty();
        assertThat(release.status()).isEqualTo("SUSPENDED");
    }

    @Test
    void answersAsIfEverythingWereCommitted() {
        clock.stopAt(clock.instant());
        Map<String, Object> registration = registration();
        Answer registered = as("requester").post("/api/releases", registration).expect(201);
        String path = registered.header("Location").orElseThrow();
        ReleaseStory release = ReleaseStory.of(slipway, path.substring(path.lastIndexOf('/') + 1));
        assertShows("requester", registered, path);

        Answer edited = keyed("requester", "edit-" + key)
                .with("If-Match", registered.header("ETag").orElseThrow())
                .patch(path, Map.of("title", registration.get("title") + " edited"))
                .expect(200);
        assertShows("requester", edited, path);
        assertShows(
                "manager",
                event(release, "suspension", Map.of("justification", release.justification("SUSPENSION"))),
                path);
        clock.advance(Duration.ofHours(30));
        // Due dates move by the time that was lost, which happens at the end of the transaction.
        assertShows("manager", event(release, "reactivation", Map.of()), path);
        assertShows("manager", event(release, "cancellation", Map.of("reason", "No longer wanted")), path);
        assertShows(
                "manager",
                event(
                        release,
                        "reopening",
                        Map.of("justification", release.justification("REOPENING"), "phase", "PLANNING")),
                path);
    }

    @Test
    void showsTheNextTaskInTheAnswerToACompletion() {
        ReleaseStory release = ReleaseStory.registered(slipway).planned().approved();
        as("requester")
                .post("/api/tasks/" + release.task("authoriseRelease") + "/completion", Map.of("decision", "GO"))
                .expect(200);
        release.until("executeRelease");

        Answer executed = keyed("operator", "execute-" + key)
                .post("/api/tasks/" + release.task("executeRelease") + "/completion", Map.of("outcome", "SOLVED"))
                .expect(200);

        assertThat(executed.json().path("release").asText()).isEqualTo(release.number());
        assertThat(executed.json().toString())
                .contains(release.record().path("currentTasks").path(0).toString());
    }

    @Test
    void isForgottenAfterADay() {
        Map<String, Object> registration = registration();
        as("requester").post("/api/releases", registration).expect(201);
        as("manager").post("/api/releases", registration).expect(201);

        clock.advance(KeptAnswers.KEPT_FOR.minusMinutes(1));
        assertThat(as("requester").post("/api/releases", registration).header(REPLAYED))
                .hasValue("true");
        answers.forget();
        assertThat(kept()).isEqualTo(2);

        clock.advance(Duration.ofMinutes(2));
        Answer fresh = as("manager").post("/api/changes", change()).expect(201);
        assertThat(fresh.header(REPLAYED)).isEmpty();
        answers.forget();
        assertThat(kept()).isEqualTo(1);
    }

    private static Map<String, String> change() {
        return Map.of("number", "CHG-" + UUID.randomUUID(), "title", "Fresh", "status", "APPROVED");
    }

    private long kept() {
        return jdbc.sql("select count(*) from webapps_answer where idempotency_key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }

    private Answer event(ReleaseStory release, String event, Map<String, ?> body) {
        return keyed("manager", event + key)
                .post(release.path() + "/" + event, body)
                .expect(200);
    }

    private void assertShows(String person, Answer answer, String path) {
        Answer now = slipway.as(person).get(path).expect(200);
        assertThat(answer.json()).isEqualTo(now.json());
        assertThat(answer.header("ETag")).isEqualTo(now.header("ETag"));
    }

    private SlipwayClient as(String person) {
        return keyed(person, key);
    }

    private SlipwayClient keyed(String person, String own) {
        return slipway.as(person).with(KEY, own);
    }

    private Map<String, Object> registration() {
        Map<String, Object> registration = ReleaseStory.registration(slipway);
        registration.put("title", "Retried " + UUID.randomUUID());
        return registration;
    }

    private JsonNode registered(Map<String, Object> registration) {
        return slipway.as("auditor")
                .get("/api/releases?text="
                        + String.valueOf(registration.get("title")).replace(' ', '+'))
                .expect(200)
                .json()
                .path("items");
    }

    private Answer upload(String documents, String boundary, String content) {
        return as("operator")
                .with("Content-Type", "multipart/form-data; boundary=" + boundary)
                .post(documents, part(boundary, content));
    }

    private static String part(String boundary, String content) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nLEGAL\r\n--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"plan.txt\"\r\n"
                + "Content-Type: text/plain\r\n\r\n" + content + "\r\n--" + boundary + "--\r\n";
    }

    /** Cuts off whoever waits for a lock, as a crash of his node would. */
    private boolean someoneWaitsAndIsCutOff() {
        return jdbc.sql(
                                TestDatabase.isPostgreSql()
                                        ? "select pg_terminate_backend(pid) from pg_stat_activity"
                                                + " where datname = current_database() and wait_event_type = 'Lock'"
                                        : "select abort_session(session_id) from information_schema.sessions"
                                                + " where blocker_id is not null")
                        .query(Boolean.class)
                        .list()
                        .size()
                > 0;
    }

    private void sendAndGoAway(String person, String path, String body) throws IOException {
        String login = Base64.getEncoder()
                .encodeToString((person + ":" + SlipwayClient.PASSWORD).getBytes(StandardCharsets.UTF_8));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic " + login
                                    + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n"
                                    + KEY + ": " + key + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.UTF_8));
        }
    }

    private static List<Answer> atOnce(int clients, java.util.function.Supplier<Answer> call) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Answer>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                running.add(pool.submit(() -> {
                    start.await();
                    return call.get();
                }));
            }
            start.countDown();
            List<Answer> all = new ArrayList<>();
            for (Future<Answer> one : running) {
                all.add(one.get());
            }
            return all;
        } finally {
            pool.shutdownNow();
        }
    }
}
