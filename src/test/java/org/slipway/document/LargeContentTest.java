package org.slipway.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slipway.support.PostgreSQL;

/** A file passes through without ever being in memory. */
class LargeContentTest {

    private static final long SIZE = 64L * 1024 * 1024;
    private static final String HEAP = "-Xmx32m";
    /** H2 has buffers of its own, which do not grow with the file. */
    private static final String HEAP_WITH_H2 = "-Xmx48m";

    @TempDir
    Path directory;

    @Test
    void streamsThroughTheDisk() throws Exception {
        passesThroughASmallHeap(HEAP, "jdbc:h2:mem:disk", "sa", directory.toString());
    }

    @Test
    void streamsThroughPostgreSql() throws Exception {
        passesThroughASmallHeap(HEAP, PostgreSQL.freshDatabase("large_content"), PostgreSQL.USER, "-");
    }

    @Test
    void streamsThroughH2() throws Exception {
        passesThroughASmallHeap(HEAP_WITH_H2, "jdbc:h2:file:" + directory.resolve("large"), "sa", "-");
    }

    private static void passesThroughASmallHeap(String heap, String database, String user, String directory)
            throws Exception {
        Process machine = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        heap,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeap.class.getName(),
                        database,
                        user,
                        directory,
                        Long.toString(SIZE)))
                .redirectErrorStream(true)
                .start();
        try {
            String said = new String(machine.getInputStream().readAllBytes(), UTF_8);
            assertThat(machine.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(said).contains("SAME");
            assertThat(machine.exitValue()).as(said).isZero();
        } finally {
            machine.destroyForcibly();
        }
    }
}
