package org.slipway.document;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Files below one directory, named by the ids of documents and by nothing that a person has said: {@code contents/ab/cd/…}.
 * A file in {@code pending} says of each document being added or removed that it is not settled yet, so that after a crash
 * nothing else has to be looked at. A directory that cannot be written to keeps the application from starting.
 */
@Component
class ContentFiles {

    private static final String PART = ".part";
    private static final int ID_LENGTH = 36;

    private final @Nullable Path directory;

    ContentFiles(DocumentSettings settings) {
        this.directory = settings.place();
        if (directory != null) {
            refuseUnlessWritable();
        } else if (settings.store() == ContentPlace.DISK) {
            throw new IllegalStateException(
                    "slipway.document.store is disk, but slipway.document.directory says not where");
        }
    }

    private void refuseUnlessWritable() {
        try {
            Files.createDirectories(contents());
            Files.createDirectories(pending());
            Files.delete(Files.createTempFile(contents(), "probe-", PART));
            Files.delete(Files.createTempFile(pending(), "probe-", PART));
        } catch (IOException e) {
            throw new IllegalStateException("slipway.document.directory cannot be written to: " + directory, e);
        }
    }

    boolean areKept() {
        return directory != null;
    }

    /** Something happens to the document's file that only the database can settle. */
    void begin(UUID document) throws IOException {
        FileChannel.open(mark(document), CREATE, WRITE).close();
        force(pending());
    }

    void settle(UUID document) throws IOException {
        Files.deleteIfExists(mark(document));
    }

    /** Unsettled since before a moment, at most so many. */
    List<UUID> unsettledSince(Instant before, int most) throws IOException {
        try (Stream<Path> marks = Files.list(pending())) {
            return marks.filter(file -> file.getFileName().toString().length() == ID_LENGTH && isOlder(file, before))
                    .limit(most)
                    .map(file -> UUID.fromString(file.getFileName().toString()))
                    .toList();
        }
    }

    /** Writes it aside; it is on the disk when this returns. */
    void write(UUID document, InputStream content) throws IOException {
        try (FileChannel file = FileChannel.open(part(document), CREATE, TRUNCATE_EXISTING, WRITE)) {
            content.transferTo(Channels.newOutputStream(file));
            file.force(true);
        }
    }

    /** Moves it in one step from aside to where it is read. */
    void publish(UUID document) throws IOException {
        Path folder = folder(document);
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            force(Objects.requireNonNull(folder.getParent()));
            force(contents());
        }
        Files.move(part(document), file(document), StandardCopyOption.ATOMIC_MOVE);
        force(folder);
    }

    InputStream open(UUID document) throws IOException {
        return Files.newInputStream(file(document));
    }

    void delete(UUID document) throws IOException {
        Files.deleteIfExists(part(document));
        Files.deleteIfExists(file(document));
    }

    private Path file(UUID document) {
        return folder(document).resolve(document.toString());
    }

    private Path folder(UUID document) {
        String name = document.toString();
        return contents().resolve(name.substring(0, 2)).resolve(name.substring(2, 4));
    }

    private Path mark(UUID document) {
        return pending().resolve(document.toString());
    }

    private Path part(UUID document) {
        return pending().resolve(document + PART);
    }

    private Path contents() {
        return root().resolve("contents");
    }

    private Path pending() {
        return root().resolve("pending");
    }

    private Path root() {
        if (directory == null) {
            throw new IllegalStateException("A document is on disk, but slipway.document.directory says not where");
        }
        return directory;
    }

    private static boolean isOlder(Path file, Instant moment) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(moment);
        } catch (IOException settledMeanwhile) {
            return false;
        }
    }

    /** A new name is as lasting as the folder it stands in. */
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, READ)) {
            channel.force(true);
        } catch (AccessDeniedException windows) {
            // Folders cannot be opened there, and need not be.
        }
    }
}
