package org.slipway.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slipway.support.ReleaseStory;
import org.slipway.support.SlipwayClient;
import org.slipway.support.SlipwayTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SlipwayTest
class AnchorsTest {

    private final SlipwayClient slipway;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    AnchorsTest(SlipwayClient slipway, JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.slipway = slipway;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
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
            assertThat(anchors.known())
                    .extracting(JournalLine.Of.Anchor::hash)
                    .hasSize(2)
                    .last()
                    .isEqualTo(Head.read(jdbc).hash());
            assertThat(posted.get(2)).contains(Head.read(jdbc).hash());
        } finally {
            server.stop(0);
        }
    }

    private void seal() {
        ReleaseStory.registered(slipway);
        slipway.as("auditor").get("/api/audit/verification").expect(200);
    }
}
