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
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import org.slipway.support.PostgreSQL;
import org.slipway.support.SlipwayClient;

/**
 * A million releases beside ten thousand ({@code -Dslipway.benchmark.releases} for other numbers): each filter and order
 * of the list, its last page and the search for text must not grow with them; nor may the memory of an export.
 */
class ReleaseBenchmark {

    private static final Logger LOG = LoggerFactory.getLogger(ReleaseBenchmark.class);
    private static final int LARGE = Integer.getInteger("slipway.benchmark.releases", 1_000_000);
    private static final int TIMES = 100;
    private static final Pattern HEAP = Pattern.compile("Pause Full .*->(\\d+)M\\(");
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    /** What is asked, and the SQL that somebody would write by hand for it. */
    private static final Map<String, String> QUESTIONS = questions();

    @TempDir
    Path folder;

    private static Map<String, String> questions() {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("", "order by number desc");
        asked.put("open=true&sort=deadline", "where ended_at is null order by deadline, number");
        asked.put("open=true&sort=number", "where ended_at is null order by number");
        asked.put("open=true&sort=-priority", "where ended_at is null order by priority desc, number desc");
        asked.put("open=true&sort=requester", "where ended_at is null order by requester, number");
        asked.put("open=true&sort=status", "where ended_at is null order by status, number");
        asked.put("open=true&sort=group", "where ended_at is null order by executor_group, number");
        asked.put("sort=-closed", "where ended_at is not null order by ended_at desc, number desc");
        asked.put("status=CANCELLED&status=REJECTED", "where status in ('CANCELLED', 'REJECTED') order by number desc");
        asked.put("priority=1", "where priority = 1 order by number desc");
        asked.put("requester=person62", "where requester = 'person62' order by number desc");
        asked.put("responsible=person41", "where responsible = 'person41' order by number desc");
        asked.put("executorGroup=group7", "where executor_group = 'group7' order by number desc");
        asked.put("approverGroup=approvers3", "where approver_group = 'approvers3' order by number desc");
        asked.put("unit=unit7", "where contact_unit = 'unit7' order by number desc");
        asked.put("cycle=2", "where cycle_number = 2 order by number desc");
        asked.put("model=minor", "where model = 'minor' order by number desc");
        asked.put(
                "situation=DELAYED&sort=deadline",
                "where ended_at is null and status <> 'SUSPENDED'" + " and deadline < now() order by deadline, number");
        asked.put(
                "openedFrom=2023-01-01T00:00:00Z&openedTo=2023-04-01T00:00:00Z",
                "where registered_at >= '2023-01-01Z' and registered_at < '2023-04-01Z'"
                        + " order by registered_at desc, number desc");
        asked.put(
                "text=settlement",
                "where number in (select number from reporting_text where words like '%settlement%')"
                        + " order by number desc");
        asked.put(
                "text=t7919.",
                "where number in (select number from reporting_text where words like '%t7919.%')"
                        + " order by number desc");
        asked.put(
                "contact=c530@",
                "where number in (select number from reporting_text where contact like '%c530@%')"
                        + " order by number desc");
        asked.put(
                "assigned=UNASSIGNED&open=true&sort=deadline",
                "where ended_at is null and exists (select 1 from"
                        + " ACT_RU_EXECUTION e join ACT_RU_TASK t on t.PROC_INST_ID_ = e.ID_ where e.BUSINESS_KEY_ = number"
                        + " and t.ASSIGNEE_ is null) order by deadline, number");
        asked.put(
                "assigned=OFFERED&open=true&sort=deadline",
                "where ended_at is null and exists (select 1 from"
                        + " ACT_RU_EXECUTION e join ACT_RU_TASK t on t.PROC_INST_ID_ = e.ID_ join ACT_RU_IDENTITYLINK l on"
                        + " l.TASK_ID_ = t.ID_ where e.BUSINESS_KEY_ = number and t.ASSIGNEE_ is null"
                        + " and l.GROUP_ID_ = 'operations') order by deadline, number");
        return asked;
    }

    @Test
    void listsAndExportsDoNotGrowWithTheReleases() throws Exception {
        String small = PostgreSQL.freshDatabase("few");
        String large = PostgreSQL.freshDatabase("many");
        Path collections = folder.resolve("collections.log");
        try (Node few = Node.start(on(small, folder.resolve("few.log")), folder);
                Node many = Node.start(on(large, collections), folder);
                Connection fewRows = DriverManager.getConnection(small, PostgreSQL.USER, PostgreSQL.USER);
                Connection manyRows = DriverManager.getConnection(large, PostgreSQL.USER, PostgreSQL.USER)) {
            fill(fewRows, LARGE / TIMES);
            fill(manyRows, LARGE);
            SlipwayClient here = few.client().as("operator");
            SlipwayClient there = many.client().as("operator");
            exports(there, collections);
            double worst = 0;
            for (Map.Entry<String, String> question : QUESTIONS.entrySet()) {
                worst = Math.max(worst, ask(here, there, manyRows, question.getKey(), question.getValue()));
            }
            String last = "sort=number&limit=50&after=" + before(manyRows, 40);
            worst = Math.max(worst, ask(here, there, manyRows, last, "where number > 'REL-2' order by number"));
            LOG.info("The most that anything grows with {} times as many: exponent {}", TIMES, round(worst));
            assertThat(worst).isLessThan(0.3);
        }
    }

    private static Map<String, String> on(String url, Path collections) {
        return new HashMap<>(Map.of(
                "SLIPWAY_DB_URL",
                url,
                "SLIPWAY_DB_USER",
                PostgreSQL.USER,
                "SLIPWAY_DB_PASSWORD",
                PostgreSQL.USER,
                "LOGGING_LEVEL_ORG_SLIPWAY_WEBAPPS",
                "info",
                "JAVA_TOOL_OPTIONS",
                "-Xlog:gc:file=" + collections + ":uptime:filecount=0"));
    }

    private static void fill(Connection database, int count) throws SQLException {
        long start = System.nanoTime();
        ManyReleases.write(database, count);
        LOG.info("{} releases written in {} s", count, Math.round((System.nanoTime() - start) / 1e9));
    }

    /** @return by which power of the number of releases it grows */
    private static double ask(
            SlipwayClient few, SlipwayClient many, Connection database, String question, String byHand) {
        String path = "/api/releases?" + question;
        Map<String, Runnable> ways = new LinkedHashMap<>();
        ways.put("few", () -> few.get(path).expect(200));
        ways.put("many", () -> many.get(path).expect(200));
        ways.put("many again", () -> many.get(path).expect(200));
        ways.put("SQL", () -> rows(database, byHand));
        Samples samples = Samples.of(ways, 15, 60);
        Samples.Ratio growth = samples.ratio("many", "few");
        double exponent = Math.log(growth.median()) / Math.log(TIMES);
        LOG.info(
                "{}: many : few = {}, exponent {}; the same twice = {}; p99 : p50 = {}{}",
                question.isEmpty() ? "everything" : question,
                growth,
                round(exponent),
                samples.ratio("many", "many again"),
                round(samples.quantile("many", 0.99) / samples.quantile("many", 0.5)),
                samples);
        return exponent;
    }

    private static void rows(Connection database, String byHand) {
        try (PreparedStatement statement =
                        database.prepareStatement("select number, title, status, priority, requester,"
                                + " executor_group, deadline from release_record " + byHand
                                + " fetch first 51 rows only");
                ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                result.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The end of the page before the last one. */
    private static String before(Connection database, int rows) throws SQLException {
        try (PreparedStatement statement =
                        database.prepareStatement("select number from release_record order by number desc offset "
                                + rows + " rows fetch first 1 rows only");
                ResultSet result = statement.executeQuery()) {
            result.next();
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            (result.getString(1) + "\n" + result.getString(1)).getBytes(StandardCharsets.UTF_8));
        }
    }

    private void exports(SlipwayClient client, Path collections) throws IOException {
        // Everything that an export needs is there before anything is measured.
        export(client, from(LARGE / TIMES), "CSV", () -> {});
        export(client, from(LARGE / TIMES), "PDF", () -> {});
        for (String format : new String[] {"XLSX", "CSV"}) {
            double few = export(client, from(LARGE / TIMES), format, () -> {});
            double many = export(client, Instant.EPOCH, format, () -> {});
            double floor = zip(LARGE / 10);
            long start = lines(collections);
            export(client, from(LARGE / TIMES), format, ReleaseBenchmark::collect);
            collect();
            long between = lines(collections);
            export(client, Instant.EPOCH, format, ReleaseBenchmark::collect);
            long fewHeap = live(collections, start, between);
            long manyHeap = live(collections, between, Long.MAX_VALUE);
            LOG.info(
                    "{}: {} rows/s of few, {} of many; zip alone {} ({} of it); at most {} and {} MB live: {} times",
                    format,
                    Math.round(few),
                    Math.round(many),
                    Math.round(floor),
                    round(many / floor),
                    fewHeap,
                    manyHeap,
                    round((double) manyHeap / fewHeap));
            assertThat((double) manyHeap / fewHeap).isLessThan(1.15);
        }
    }

    private static long lines(Path file) throws IOException {
        return Files.readAllLines(file).size();
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

    private static Instant from(int newest) {
        return Instant.now()
                .minus(Duration.ofDays(365 * 5L).multipliedBy(newest).dividedBy(LARGE));
    }

    /** @return rows a second */
    private static double export(SlipwayClient client, Instant from, String format, Runnable meanwhile) {
        String job = client.post(
                        "/api/exports", Map.of("format", format, "filters", Map.of("openedFrom", from.toString())))
                .expect(202)
                .header("Location")
                .orElseThrow();
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

    /** What it takes to write such a sheet by hand, without a database. */
    private static double zip(int rows) throws IOException {
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

    /** The most that was left after a full collection, in MB. */
    private static long live(Path collections, long from, long to) throws IOException {
        return Files.readAllLines(collections).stream()
                .skip(from)
                .limit(to - from)
                .map(HEAP::matcher)
                .filter(Matcher::find)
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .max()
                .orElseThrow();
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
