package org.slipway.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slipway.packaging.Node;
import org.slipway.support.SlipwayClient;

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

    /** What was in use before a collection, and what was left after it. */
    private static final Pattern COLLECTION = Pattern.compile("Pause (Young|Full).* (\\d+)M->(\\d+)M\\(");

    @TempDir
    Path folder;

    @Test
    void writesASheetNearlyAsFastAsItIsCompressed() throws Exception {
        try (Node node = Node.start(GeneratedReleases.settings(GeneratedReleases.many(folder)), folder)) {
            SlipwayClient client = node.client().as("operator");
            for (String format : List.of("CSV", "PDF", "XLSX")) {
                export(client, newest(FEW), format, () -> {});
            }
            double before = compressed(MANY / 10);
            double sheet = export(client, Instant.EPOCH, "XLSX", () -> {});
            double after = compressed(MANY / 10);
            double text = export(client, Instant.EPOCH, "CSV", () -> {});
            double floor = (before + after) / 2;
            LOG.info(
                    "Rows a second: {} as XLSX, {} as CSV, {} and {} compressed alone; XLSX : compressed = {}",
                    Math.round(sheet),
                    Math.round(text),
                    Math.round(before),
                    Math.round(after),
                    round(sheet / floor));
            assertThat(sheet / floor)
                    .as("rows a second beside compressing alone")
                    .isGreaterThanOrEqualTo(LEAST_SPEED);
        }
    }

    /**
     * The peak is what was in use before any collection, small ones too. Left alone, a heap fills with rubbish until it is full,
     * however little is needed: so the part for what is new is small and of one size, and the rest is collected every five
     * seconds, in the short export as in the long one. What was left after the full collections is told beside it.
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
                export(client, newest(FEW), format, ExportBenchmark::collect);
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

    /** @return rows a second */
    private static double export(SlipwayClient client, Instant from, String format, Runnable meanwhile) {
        String job = client.post(
                        "/api/exports", Map.of("format", format, "filters", Map.of("openedFrom", from.toString())))
                .expect(202)
                .header("Location")
                .orElseThrow();
        JsonNode[] last = new JsonNode[1];
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(5)).until(() -> {
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

    /** What it takes to write such a sheet by hand, without a database: rows a second. */
    private static double compressed(int rows) throws IOException {
        long start = System.nanoTime();
        try (ZipOutputStream out = new ZipOutputStream(OutputStream.nullOutputStream())) {
            out.putNextEntry(new ZipEntry("sheet.xml"));
            for (int row = 0; row < rows; row++) {
                StringBuilder line = new StringBuilder("<row>");
                for (int column = 0; column < 15; column++) {
                    line.append("<c t=\"inlineStr\"><is><t>value ")
                            .append(row * 31L + column)
                            .append("</t></is></c>");
                }
                out.write(line.append("</row>").toString().getBytes(StandardCharsets.UTF_8));
            }
            out.closeEntry();
        }
        return rows / ((System.nanoTime() - start) / 1e9);
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
