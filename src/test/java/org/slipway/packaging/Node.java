package org.slipway.packaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.slipway.support.SlipwayClient;

/** The packaged application in a process of its own, with the memory of a small machine. */
public final class Node implements AutoCloseable {

    /** Kept after the test, for whoever has to find out why it failed. */
    private static final Path LOGS = Path.of("target", "nodes").toAbsolutePath();

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** To compile more thoroughly pays only for those who are asked for long. */
    private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1";

    private final Process process;
    private final SlipwayClient client;
    private final Path log;
    private final Thread reaper;

    private Node(Process process, SlipwayClient client, Path log) {
        this.process = process;
        this.client = client;
        this.log = log;
        this.reaper = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(reaper);
    }

    /**
     * Starts in a folder on the database that the environment names, and returns when it is ready to serve.
     *
     * @param database what {@link NodeDatabase} says
     */
    public static Node start(Map<String, String> database, Path folder) {
        return start(database, folder, List.of(SHORT_LIVED));
    }

    /** The same as it serves people for weeks: what is asked often is compiled as well as the JVM can. */
    public static Node startToStay(Map<String, String> database, Path folder) {
        return start(database, folder, List.of());
    }

    private static Node start(Map<String, String> database, Path folder, List<String> options) {
        try {
            int port = freePort();
            Path log = Files.createTempFile(Files.createDirectories(LOGS), "node-", ".log");
            List<String> line = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-XX:+UseSerialGC"));
            line.addAll(options);
            line.addAll(List.of("-jar", jar().toString()));
            ProcessBuilder command = new ProcessBuilder(line)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            command.environment().put("SPRING_PROFILES_ACTIVE", "demo");
            command.environment().put("LOGGING_LEVEL_ORG_SLIPWAY_WEBAPPS", "debug");
            command.environment().put("SLIPWAY_PORT", String.valueOf(port));
            command.environment().putAll(database);
            Node node = new Node(command.start(), SlipwayClient.at("http://127.0.0.1:" + port), log);
            node.awaitReadiness();
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public SlipwayClient client() {
        return client;
    }

    /** As an operator stops it. */
    void stop() {
        process.destroy();
        awaitEnd();
    }

    /** As a power cut stops it: SIGKILL, nothing is finished. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    @Override
    public void close() {
        kill();
    }

    private void awaitReadiness() {
        Awaitility.await("readiness of " + log)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(250))
                .until(this::isReady);
    }

    private boolean isReady() {
        if (!process.isAlive()) {
            throw new AssertionError("The node ended by itself:\n" + tail());
        }
        try {
            // Its own word first: until then somebody else's server may have the port.
            return Files.readString(log).contains("Started Slipway in")
                    && client.get("/actuator/health/readiness").status() == 200;
        } catch (IOException | UncheckedIOException notYet) {
            return false;
        }
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                throw new AssertionError("The node does not end:\n" + tail());
            }
            Runtime.getRuntime().removeShutdownHook(reaper);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String tail() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path jar() {
        Path jar =
                Path.of(System.getProperty("slipway.jar", "target/slipway.jar")).toAbsolutePath();
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException("Not packaged yet: " + jar);
        }
        return jar;
    }

    /** Below the ports that the system gives to whoever asks for any. */
    private static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // The next one.
            }
        }
    }
}
