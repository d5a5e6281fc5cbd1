package org.slipway.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slipway.support.MovableClock;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

@SlipwayTest
class AnchorsTest {

    private final SlipwayClient slipway;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final MovableClock clock;
    private final JournalVerification verification;

    AnchorsTest(
            SlipwayClient slipway,
            JdbcClient jdbc,
            ObjectMapper json,
            MovableClock clock,
            JournalVerification verification) {
        this.slipway = slipway;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.verification = verification;
    }

    @Test
    void leaveTheDatabaseOnceForEachHeadAndAgainUntilTheyAreTaken(@TempDir Path folder) throws IOException {
        List<String> posted = new CopyOnWriteArrayList<>();
        AtomicInteger answer = new AtomicInteger(503);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/anchors", exchange -> {
            posted.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.sendResponseHeaders(answer.get(), -1);
            exchange.close();
        });
        server.start();
        try {
            Path file = folder.resolve("anchors.jsonl");
            URI webhook = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/anchors");
            Anchors anchors = new Anchors(new AnchorSettings(file, webhook), jdbc, json, clock);
            seal();

            anchors.anchor();
            answer.set(204);
            anchors.anchor();
            anchors.anchor();
            assertThat(posted).hasSize(2);
            assertThat(Files.readAllLines(file)).hasSize(1);

            seal();
            anchors.anchor();
            assertThat(posted).hasSize(3);
            assertThat(anchors.known().anchors())
                    .extracting(JournalLine.Of.Anchor::hash)
                    .hasSize(2)
                    .last()
                    .isEqualTo(Head.read(jdbc).hash());
            assertThat(posted.get(2)).contains(Head.read(jdbc).hash());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void stayReadableAfterACrashAndAreWrittenAgainWhenTheyCouldNotBe(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("later").resolve("anchors.jsonl");
        Anchors anchors = new Anchors(new AnchorSettings(file, null), jdbc, json, clock);
        seal();

        anchors.anchor();
        assertThat(anchors.known().anchors()).isEmpty();
        Files.createDirectory(file.getParent());
        Files.writeString(file, "{\"type\":\"anchor\",\"posit");
        anchors.anchor();

        assertThat(anchors.known().unreadable()).isEmpty();
        assertThat(anchors.known().anchors())
                .extracting(JournalLine.Of.Anchor::hash)
                .containsExactly(Head.read(jdbc).hash());
        Files.writeString(file, "nonsense\n", StandardOpenOption.APPEND);
        assertThat(anchors.known().unreadable()).containsExactly("anchors.jsonl:3");
        assertThat(anchors.known().anchors()).hasSize(1);
    }

    @Test
    void areMissedWhenTheyAreOverdueAndSoAreSealsAndAWholeJournal(@TempDir Path folder) throws IOException {
        Path nowhere = folder.resolve("nowhere").resolve("anchors.jsonl");
        Anchors anchors = new Anchors(new AnchorSettings(nowhere, null), jdbc, json, clock);
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        JournalWatch watch = new JournalWatch(
                verification,
                anchors,
                new WatchSettings(Duration.ofMinutes(5), Duration.ofHours(1)),
                jdbc,
                clock,
                metrics);
        String release = seal();
        watch.verify();
        watch.look();
        assertThat(watch.health().getStatus()).isEqualTo(Status.UP);
        assertThat(metrics.get("slipway.journal.valid").gauge().value()).isEqualTo(1);

        anchors.anchor();
        clock.advance(Duration.ofHours(2));
        watch.look();
        assertThat(watch.health().getDetails()).containsEntry("anchorOverdue", true);
        assertThat(metrics.get("slipway.journal.unanchored").gauge().value()).isGreaterThan(7_000);
        Files.createDirectory(nowhere.getParent());
        anchors.anchor();
        watch.look();
        assertThat(watch.health().getDetails()).containsEntry("anchorOverdue", false);
        assertThat(watch.health().getDetails()).containsEntry("sealingStalled", true);
        assertThat(metrics.get("slipway.journal.unsealed").gauge().value()).isGreaterThan(7_000);

        bend(release, "+");
        watch.verify();
        assertThat(watch.health().getDetails()).containsEntry("bent", true);
        assertThat(metrics.get("slipway.journal.valid").gauge().value()).isZero();
        bend(release, "-");
        watch.verify();
        assertThat(watch.health().getDetails()).containsEntry("bent", false);
    }

    private void bend(String release, String way) {
        jdbc.sql("update release_occurrence set at = at " + way + " interval '1' day"
                        + " where sequence_number = 1 and release_number = ?")
                .param(release)
                .update();
    }

    private String seal() {
        String release = ReleaseStory.registered(slipway).number();
        slipway.as("auditor").get("/api/audit/verification").expect(200);
        return release;
    }
}
