package org.slipway.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slipway.packaging.Node;
import org.slipway.support.SlipwayClient;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The export of all of a million releases beside that of the newest ten thousand: it takes no more memory, and writes a sheet
 * at least six tenths as fast as somebody who only compresses.
 */
class ExportBenchmark {

    private static final Logger LOG = LoggerFactory.getLogger(ExportBenchmark.class);
    private static final int MANY = GeneratedReleases.MANY;
    private static final int FEW = MANY / GeneratedReleases.TIMES;
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final double MOST_MEMORY = 1.15;
    private static final double LEAST_SPEED = 0.6;
    private static final int TURNS = 5;

    /** That of the library that writes our sheets: faster, and files are a fifth larger. */
    private static final int OUR_COMPRESSION = 4;

    /** What was in use before a collection, and what was left after it. */
    private static final Pattern COLLECTION = Pattern.compile("Pause (Young|Full).* (\\d+)M->(\\d+)M\\(");

    @TempDir
    Path folder;

    /** In this process, since whoever only compresses is compiled as well as Slipway then; by turns, the fastest of each. */
    @Test
    void writesASheetNearlyAsFastAsItIsCompressed() throws Exception {
        try (ConfigurableApplicationContext slipway = GeneratedReleases.application(GeneratedReleases.many(folder))) {
            SlipwayClient client = SlipwayClient.at(
                            "http://127.0.0.1:" + slipway.getEnvironment().getProperty("local.server.port"))
                    .as("operator");
            List<CSVRecord> rows = rows(client);
            Map<String, Double> fastest = new LinkedHashMap<>();
            for (int turn = 0; turn < TURNS; turn++) {
                fastest.merge("compressed", compressed(rows, Deflater.DEFAULT_COMPRESSION), Math::max);
                fastest.merge("compressed as we do", compressed(rows, OUR_COMPRESSION), Math::max);
                for (String format : List.of("CSV", "XLSX")) {
                    fastest.merge(format, export(client, newest(MANY / 10), format, () -> {}), Math::max);
                }
            }
            fastest.put("XLSX of all", export(client, Instant.EPOCH, "XLSX", () -> {}));
            double sheet = Objects.requireNonNull(fastest.get("XLSX"));
            double share = sheet / Objects.requireNonNull(fastest.get("compressed"));
            LOG.info(
                    "Rows a second: {}; XLSX : compressed = {}, compressed as we do {}",
                    fastest,
                    round(share),
                    round(sheet / Objects.requireNonNull(fastest.get("compressed as we do"))));
            assertThat(share).as("rows a second beside compressing alone").isGreaterThanOrEqualTo(LEAST_SPEED);
        }
    }

    /** What a sheet of the newest of them holds, without its head. */
    private static List<CSVRecord> rows(SlipwayClient client) throws IOException {
        String job = start(client, newest(MANY / 10), "CSV");
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> client.get(job).json().path("state").asText().equals("DONE"));
        String text = client.get(job + "/file").expect(200).text();
        client.delete(job).expect(204);
        return CSVFormat.RFC4180.parse(new StringReader(text)).stream()
                .filter(line -> line.get(0).startsWith("REL-"))
                .toList();
    }

    /**
     * The peak is what was in use before any collection, small ones too. Left alone, a heap fills with rubbish until it is full,
     * however little is needed: so the part for what is new is small and of one size, and the rest is collected every second,
     * in the short export as in the long one. The short one is made several times, so that it is met at work as well. What was
     * left after the full collections is told beside it.
     */
    @Test
    void takesNoMoreMemoryForMore() throws Exception {
        Path collections = folder.resolve("collections.log");
        Map<String, String> settings = GeneratedReleases.settings(GeneratedReleases.many(folder));
        settings.put("JAVA_TOOL_OPTIONS", "-Xmn16m -Xlog:gc:file=" + collections + ":uptime:filecount=0");
        try (Node node = Node.start(settings, folder)) {
            SlipwayClient client = node.client().as("operator");
            for (String format : List.of("XLSX", "CSV")) {
                // Everything that an export needs is there before anything is measured.
                export(client, newest(FEW), format, ExportBenchmark::collect);
                collect();
                int start = lines(collections).size();
                for (int turn = 0; turn < 2 * TURNS; turn++) {
                    export(client, newest(FEW), format, ExportBenchmark::collect);
                }
                collect();
                int between = lines(collections).size();
                export(client, Instant.EPOCH, format, ExportBenchmark::collect);
                List<String> all = lines(collections);
                List<String> few = all.subList(start, between);
                List<String> many = all.subList(between, all.size());
                double growth = (double) most(many, 2) / most(few, 2);
                LOG.info(
                        "{}: at most {} MB for {} rows and {} MB for {}: {} times; {} and {} MB live; {} collections",
                        format,
                        most(few, 2),
                        FEW,
                        most(many, 2),
                        MANY,
                        round(growth),
                        most(few, 3),
                        most(many, 3),
                        many.size());
                assertThat(growth).as(format).isLessThanOrEqualTo(MOST_MEMORY);
            }
        }
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file);
    }

    /** In MB, in use before any collection (2), or left after a full one (3). */
    private static long most(List<String> collections, int group) {
        return collections.stream()
                .map(COLLECTION::matcher)
                .filter(Matcher::find)
                .filter(found -> group == 2 || found.group(1).equals("Full"))
                .mapToLong(found -> Long.parseLong(found.group(group)))
                .max()
                .orElseThrow();
    }

    /** Has the application that was started last collect everything that nobody holds. */
    private static void collect() {
        long node = ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains("slipway.jar"))
                .max(Comparator.comparing(child -> child.info().startInstant().orElse(Instant.EPOCH)))
                .orElseThrow()
                .pid();
        try {
            new ProcessBuilder("jcmd", String.valueOf(node), "GC.run")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Instant newest(int releases) {
        return Instant.now()
                .minus(Duration.ofDays(365 * 5L).multipliedBy(releases).dividedBy(MANY));
    }

    private static String start(SlipwayClient client, Instant from, String format) {
        return client.post("/api/exports", Map.of("format", format, "filters", Map.of("openedFrom", from.toString())))
                .expect(202)
                .header("Location")
                .orElseThrow();
    }

    /** @return rows a second */
    private static double export(SlipwayClient client, Instant from, String format, Runnable meanwhile) {
        String job = start(client, from, format);
        JsonNode[] last = new JsonNode[1];
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> {
            meanwhile.run();
            last[0] = client.get(job).expect(200).json();
            String state = last[0].path("state").asText();
            return !state.equals("RUNNING") && !state.equals("WAITING");
        });
        assertThat(last[0].path("state").asText()).isEqualTo("DONE");
        double seconds = Duration.between(
                                Instant.parse(last[0].path("startedAt").asText()),
                                Instant.parse(last[0].path("readyAt").asText()))
                        .toMillis()
                / 1e3;
        LOG.info("{} in {} s: {}", format, round(seconds), last[0]);
        client.delete(job).expect(204);
        return last[0].path("rows").asDouble() / seconds;
    }

    /** Rows a second of somebody who writes the same cells into such a file by hand, and has them already. */
    private static double compressed(List<CSVRecord> rows, int level) throws IOException {
        long start = System.nanoTime();
        try (ZipOutputStream out = new ZipOutputStream(OutputStream.nullOutputStream())) {
            out.setLevel(level);
            out.putNextEntry(new ZipEntry("sheet.xml"));
            int number = 0;
            for (CSVRecord row : rows) {
                number++;
                StringBuilder line =
                        new StringBuilder("<row r=\"").append(number).append("\">");
                char column = 'A';
                for (String cell : row) {
                    line.append("<c r=\"")
                            .append(column++)
                            .append(number)
                            .append("\" t=\"inlineStr\"><is><t>")
                            .append(cell)
                            .append("</t></is></c>");
                }
                out.write(line.append("</row>").toString().getBytes(StandardCharsets.UTF_8));
            }
            out.closeEntry();
        }
        return rows.size() / ((System.nanoTime() - start) / 1e9);
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
