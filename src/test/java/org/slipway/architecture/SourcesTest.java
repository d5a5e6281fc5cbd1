package org.slipway.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {

    @TempDir
    Path planted;

    @Test
    void noProductionFileIsLongerThanOneCanHoldInMind() {
        assertThat(Sources.tooLong(Path.of("src/main/java"))).isEmpty();
    }

    @Test
    void noticesALongFile() throws IOException {
        Files.writeString(planted.resolve("Long.java"), "// one more line\n".repeat(301));
        Files.writeString(planted.resolve("Short.java"), "// one more line\n".repeat(300));

        assertThat(Sources.tooLong(planted)).singleElement().asString().contains("Long.java has 301 lines");
    }

    @Test
    void nothingMentionsAPathOfSomeonesMachine() {
        assertThat(Sources.machinePaths(Path.of(""))).isEmpty();
    }

    @Test
    void noticesAPathOfSomeonesMachine() throws IOException {
        String home = "/ho" + "me/someone";
        Files.writeString(planted.resolve("notes.md"), "First line\nsee " + home + "/notes\n");
        Files.writeString(planted.resolve("fine.md"), "see https://example.org" + home + "/notes and ./data/\n");

        assertThat(Sources.machinePaths(planted)).singleElement().asString().contains("notes.md:2");
    }
}
