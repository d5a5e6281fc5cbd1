package org.slipway.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import minimal.Minimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a start costs beside one of the least application on the same engine: the engine with its web applications and its
 * REST, one entity, login, health, one model. That one is packaged from the same jars, without those that only Slipway
 * needs. Processor seconds until ready, by turns, of a first start on an empty H2 and of the one after it.
 */
class StartUpBenchmark {

    private static final Logger LOG = LoggerFactory.getLogger(StartUpBenchmark.class);
    private static final int TURNS = 3;
    private static final Path SLIPWAY =
            Path.of(System.getProperty("slipway.jar", "target/slipway.jar")).toAbsolutePath();
    private static final String OWN_CLASSES = "BOOT-INF/classes/";
    private static final Pattern ONLY_SLIPWAYS = Pattern.compile("BOOT-INF/lib/(liquibase|opencsv|spring-session|"
            + "spring-security-oauth2|oauth2|nimbus|json-smart|accessors-smart|lang-tag|content-type|thymeleaf|attoparser|"
            + "unbescape|springdoc|swagger|jackson-dataformat-yaml|prometheus|micrometer-registry|fastexcel|opczip|openpdf|"
            + "jasperreports|jsoup|commons-csv|postgresql|spring-modulith|webjars|bootstrap|htmx|sortablejs|cytoscape|bpmn-js|"
            + "chart).*\\.jar");

    @TempDir
    Path folder;

    @Test
    void startsAtMostHalfAsMuchAgainAsTheLeastApplication() throws Exception {
        Path minimal = minimal(folder.resolve("minimal.jar"));
        Map<String, List<Double>> seconds = new TreeMap<>();
        for (int turn = 0; turn < TURNS; turn++) {
            for (Path jar : List.of(SLIPWAY, minimal)) {
                Path home = Files.createDirectory(folder.resolve(turn + "-" + jar.getFileName()));
                for (String start : List.of("first", "second")) {
                    seconds.computeIfAbsent(start + " " + jar.getFileName(), key -> new ArrayList<>())
                            .add(start(jar, home));
                }
            }
        }
        LOG.info("Processor seconds of starts: {}", seconds);
        double first = median(seconds, "first slipway.jar") / median(seconds, "first minimal.jar");
        double second = median(seconds, "second slipway.jar") / median(seconds, "second minimal.jar");
        LOG.info("slipway : minimal = {} at first, {} afterwards", first, second);
        assertThat(first).as("of a first start").isLessThanOrEqualTo(1.5);
        assertThat(second).as("of a later start").isLessThanOrEqualTo(1.5);
    }

    private static double median(Map<String, List<Double>> seconds, String start) {
        List<Double> sorted = new ArrayList<>(seconds.getOrDefault(start, List.of()));
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private static double start(Path jar, Path home) throws IOException, InterruptedException {
        int port = freePort();
        ProcessBuilder command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar.toString(),
                        "--server.port=" + port)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(home.resolve("log.txt").toFile()));
        // Any profile but that of the demo, whose releases would be made first.
        command.environment()
                .putAll(Map.of("SPRING_PROFILES_ACTIVE", "plain", "SLIPWAY_ADMIN_PASSWORD", "Start-and-stop-7"));
        Process process = command.start();
        try {
            HttpRequest question = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(30))
                    .build();
            HttpClient client = HttpClient.newHttpClient();
            await().atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofMillis(100))
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> {
                        assertThat(process.isAlive())
                                .as(Files.readString(home.resolve("log.txt")))
                                .isTrue();
                        return client.send(question, BodyHandlers.discarding()).statusCode() == 200;
                    });
            return process.info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
        } finally {
            process.destroy();
            process.waitFor(1, TimeUnit.MINUTES);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Slipway's package with other classes in place of its own, its jars as the packaging leaves them: by their names. */
    private static Path minimal(Path target) throws Exception {
        try (JarFile slipway = new JarFile(SLIPWAY.toFile())) {
            Manifest manifest = new Manifest(slipway.getManifest());
            manifest.getMainAttributes().put(new Attributes.Name("Start-Class"), Minimal.class.getName());
            List<JarEntry> kept = slipway.stream()
                    .filter(entry -> entry.getName().startsWith("org/springframework/boot/loader/")
                            || entry.getName().startsWith("BOOT-INF/lib/"))
                    .filter(entry -> !ONLY_SLIPWAYS.matcher(entry.getName()).matches())
                    .sorted(Comparator.comparing(JarEntry::getName))
                    .toList();
            try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(target), manifest)) {
                for (JarEntry entry : kept) {
                    jar.putNextEntry(new JarEntry(entry));
                    try (InputStream content = slipway.getInputStream(entry)) {
                        content.transferTo(jar);
                    }
                }
                own((name, bytes) -> write(jar, OWN_CLASSES + name, bytes));
            }
        }
        return target;
    }

    private static void own(BiConsumer<String, byte[]> writer) throws Exception {
        Path classes = Path.of(Minimal.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        String inside = Minimal.class.getPackageName() + "/";
        // Where there is no entry for a folder, nothing is found in it.
        writer.accept("", new byte[0]);
        writer.accept(inside, new byte[0]);
        try (var files = Files.list(classes.resolve(inside))) {
            for (Path file : files.toList()) {
                writer.accept(inside + file.getFileName(), Files.readAllBytes(file));
            }
        }
        writer.accept("application.yaml", Minimal.SETTINGS.getBytes(UTF_8));
        writer.accept("note.bpmn", Minimal.MODEL.getBytes(UTF_8));
    }

    private static void write(JarOutputStream jar, String name, byte[] bytes) {
        try {
            jar.putNextEntry(new JarEntry(name));
            jar.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
