package org.slipway.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes the head of the chain out of the database on a schedule: to the log, and to a file and a web address where they are
 * configured. Whoever can write into the database can write the whole journal anew; what was said outside he cannot take
 * back.
 */
@Component
class Anchors {

    private static final Logger LOG = LoggerFactory.getLogger("org.slipway.audit.anchor");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AnchorSettings settings;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;
    private long logged;
    private long posted;

    Anchors(AnchorSettings settings, JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.settings = settings;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Those of this node's file; none where there is no file. */
    List<JournalLine.Of.Anchor> known() {
        Path file = settings.file();
        if (file == null || !Files.exists(file)) {
            return List.of();
        }
        return read(file, json);
    }

    static List<JournalLine.Of.Anchor> read(Path file, ObjectMapper json) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> !line.isBlank())
                    .map(line -> {
                        try {
                            return json.readValue(line, JournalLine.Of.Anchor.class);
                        } catch (IOException e) {
                            throw new UncheckedIOException(file.toString(), e);
                        }
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /** Nothing when nothing has been sealed since. What could not be delivered is tried again the next time, with the newer head. */
    @Scheduled(cron = "${slipway.audit.anchor.schedule:0 */10 * * * *}")
    synchronized void anchor() {
        Head head = Head.read(jdbc);
        if (head.position() > logged) {
            LOG.info("The journal's chain ends at {} with {}", head.position(), head.hash());
            append(head);
            logged = head.position();
        }
        if (settings.webhook() != null && head.position() > posted && post(head)) {
            posted = head.position();
        }
    }

    private void append(Head head) {
        Path file = settings.file();
        if (file == null) {
            return;
        }
        try {
            Files.writeString(
                    file,
                    written(head) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
        } catch (IOException e) {
            LOG.error("The anchor could not be written to {}", file, e);
        }
    }

    private boolean post(Head head) {
        try {
            HttpRequest request = HttpRequest.newBuilder(settings.webhook())
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(written(head)))
                    .build();
            HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
            HttpResponse<Void> answer = client.send(request, BodyHandlers.discarding());
            if (answer.statusCode() / 100 == 2) {
                return true;
            }
            LOG.error("The anchor was refused by {} with {}", settings.webhook(), answer.statusCode());
        } catch (IOException e) {
            LOG.error("The anchor could not be sent to {}", settings.webhook(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private String written(Head head) throws IOException {
        return json.writeValueAsString(new JournalLine.Of.Anchor(
                head.position(), head.hash(), clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }
}
