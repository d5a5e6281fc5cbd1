package org.slipway.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentFilesTest {

    private static final UUID DOCUMENT = UUID.fromString("abcdef01-2345-4678-9abc-def012345678");

    @TempDir
    Path directory;

    @Test
    void namesFilesByTheirDocumentsOnly() throws IOException {
        ContentFiles files = new ContentFiles(Settings.with("directory", directory.toString()));
        files.begin(DOCUMENT);
        files.write(DOCUMENT, new ByteArrayInputStream(new byte[] {1, 2, 3}));
        files.publish(DOCUMENT);
        files.settle(DOCUMENT);

        try (Stream<Path> all = Files.walk(directory)) {
            assertThat(all.filter(Files::isRegularFile))
                    .containsExactly(directory.resolve("contents/ab/cd").resolve(DOCUMENT.toString()));
        }
        assertThat(files.open(DOCUMENT)).hasBinaryContent(new byte[] {1, 2, 3});
    }

    @Test
    void tellsNoMoreOfWhatIsNotSettledThanItIsAskedFor() throws IOException {
        ContentFiles files = new ContentFiles(Settings.with("directory", directory.toString()));
        for (int i = 0; i < 5; i++) {
            files.begin(UUID.randomUUID());
        }

        assertThat(files.unsettledSince(Instant.now().plusSeconds(60), 3)).hasSize(3);
        assertThat(files.unsettledSince(Instant.now().minusSeconds(60), 3)).isEmpty();
    }

    @Test
    void refusesToStartWithoutADirectoryThatCanBeWrittenTo() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> new ContentFiles(Settings.with("store", "disk")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("slipway.document.directory");
        assertThatThrownBy(() -> new ContentFiles(Settings.with("store", "disk", "directory", file.toString())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(file.toString());
        assertThat(new ContentFiles(Settings.with()).areKept()).isFalse();
    }
}
