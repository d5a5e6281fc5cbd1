package org.slipway.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
    private @Nullable Head logged;
    private @Nullable Head filed;
    private @Nullable Head posted;
    private volatile @Nullable Instant waitingSince;

    Anchors(AnchorSettings settings, JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.settings = settings;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What a file of anchors tells.
     *
     * @param unreadable the lines, by file and number, that are no anchors
     */
    record Known(List<JournalLine.Of.Anchor> anchors, List<String> unreadable) {

        static final Known NOTHING = new Known(List.of(), List.of());
    }

    /** What this node's file tells; nothing where there is no file. */
    Known known() {
        Path file = settings.file();
        if (file == null || !Files.exists(file)) {
            return Known.NOTHING;
        }
        return read(file, json);
    }

    /** A line that was cut off while it was written is no anchor, and nothing to be told. */
    static Known read(Path file, ObjectMapper json) {
        List<JournalLine.Of.Anchor> anchors = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        // Whatever is no text is to be told as a line, not to keep the others from being read.
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                try {
                    if (!line.isBlank()) {
                        anchors.add(json.readValue(line, JournalLine.Of.Anchor.class));
                    }
                } catch (JsonEOFException e) {
                    LOG.warn("Line {} of {} was cut off", number, file);
                } catch (JsonProcessingException e) {
                    unreadable.add(file.getFileName() + ":" + number);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
        return new Known(anchors, unreadable);
    }

    /** Nothing when nothing has been sealed since. What could not be delivered is tried again the next time, with the newer head. */
    @Scheduled(cron = "${slipway.audit.anchor.schedule:0 */10 * * * *}")
    synchronized void anchor() {
        Head head = Head.read(jdbc);
        if (head.position() == 0) {
            return;
        }
        if (!head.equals(logged)) {
            LOG.info("The journal's chain ends at {} with {}", head.position(), head.hash());
            logged = head;
        }
        if (settings.file() != null && !head.equals(filed) && append(head, settings.file())) {
            filed = head;
        }
        if (settings.webhook() != null && !head.equals(posted) && post(head)) {
            posted = head;
        }
        boolean taken =
                (settings.file() == null || head.equals(filed)) && (settings.webhook() == null || head.equals(posted));
        if (taken) {
            waitingSince = null;
        } else if (waitingSince == null) {
            waitingSince = clock.instant();
        }
    }

    /** Since when a head could not be taken everywhere where it is to go; nothing when the last one was. */
    @Nullable
    Instant waitingSince() {
        return waitingSince;
    }

    private boolean append(Head head, Path file) {
        try {
            Files.writeString(
                    file,
                    (endsWithinLine(file) ? "\n" : "") + written(head) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
            return true;
        } catch (IOException e) {
            LOG.error("The anchor could not be written to {}", file, e);
            return false;
        }
    }

    /** Whether the last thing written there was cut off. */
    private static boolean endsWithinLine(Path file) throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) {
            return false;
        }
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            channel.position(channel.size() - 1).read(last);
            return last.get(0) != '\n';
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
