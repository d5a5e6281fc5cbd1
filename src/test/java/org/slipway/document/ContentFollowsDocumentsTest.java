package org.slipway.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slipway.access.CurrentUser;
import org.slipway.support.MovableClock;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.RoomTest;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.InputStreamSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever happens, there is no document without its content and no content without its document. */
@RoomTest
@OnBothDatabases
@Import(DocumentRoom.class)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class ContentFollowsDocumentsTest {

    private static final String RELEASE = "REL-000077";

    private final DocumentRepository repository;
    private final CurrentUser currentUser;
    private final MovableClock clock;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    @TempDir
    Path directory;

    private ContentFiles files;
    private DiskLeftovers leftovers;

    ContentFollowsDocumentsTest(
            DocumentRepository repository,
            CurrentUser currentUser,
            MovableClock clock,
            JdbcClient sql,
            TransactionTemplate transaction) {
        this.repository = repository;
        this.currentUser = currentUser;
        this.clock = clock;
        this.sql = sql;
        this.transaction = transaction;
    }

    @BeforeEach
    void begin() throws IOException {
        files = new ContentFiles(Settings.with("directory", directory.toString()));
        leftovers = new DiskLeftovers(files, repository, clock);
    }

    @AfterEach
    void forget() {
        sql.sql("delete from document_content").update();
        sql.sql("delete from document").update();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void afterAnySequenceOfCommandsAndFailures(long seed) {
        Random random = new Random(seed);
        int most = 0;
        for (int step = 0; step < 40; step++) {
            Documents documents = documents(ContentPlace.values()[random.nextInt(2)]);
            // More often added than removed.
            Event event = Event.values()[Math.max(0, random.nextInt(Event.values().length + 4) - 4)];
            happen(event, documents, random);
            assertThatCode(this::assertConsistent)
                    .as("after %s in step %d of seed %d", event, step, seed)
                    .doesNotThrowAnyException();
            most = Math.max(most, ids().size());
        }
        assertThat(most).as("documents at once").isGreaterThan(1);
    }

    @ParameterizedTest
    @EnumSource(ContentPlace.class)
    void keepsDocumentsReadableWhenTheSettingChanges(ContentPlace before) throws IOException {
        ContentPlace after = ContentPlace.values()[1 - before.ordinal()];
        UUID id = added(documents(before), () -> new GeneratedContent(5, 300_000), false)
                .id();
        Documents documents = documents(after);

        Document document = documents.get(RELEASE, id);
        assertThat(documents.content(document)).hasSameContentAs(new GeneratedContent(5, 300_000));
        transaction.executeWithoutResult(status -> documents.remove(document));

        assertThat(ids()).isEmpty();
        assertConsistent();
    }

    @Test
    void doesNotTakeAFileThatChangesBetweenItsReadings() {
        for (ContentPlace place : ContentPlace.values()) {
            AtomicInteger reading = new AtomicInteger();
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> added(
                            documents(place),
                            () -> new ByteArrayInputStream(new byte[] {(byte) reading.incrementAndGet()}),
                            false));
        }
        assertThat(ids()).isEmpty();
        assertConsistent();
    }

    @Test
    void settlesADayLaterWhatACrashHasLeft() throws IOException {
        Documents documents = documents(ContentPlace.DISK);
        UUID whileWriting = crashed(false);
        UUID beforeCommit = crashed(true);
        Document committed = added(documents, () -> new GeneratedContent(1, 1000), false);
        files.begin(committed.id());
        Document removed = added(documents, () -> new GeneratedContent(2, 1000), false);
        files.begin(removed.id());
        sql.sql("delete from document where id = ?").param(removed.id()).update();

        leftovers.sweep();
        assertThat(onDisk()).contains(beforeCommit, removed.id());
        assertThat(marks()).contains(whileWriting.toString() + ".part");

        clock.advance(Duration.ofHours(25));
        leftovers.sweep();
        assertThat(onDisk()).containsExactly(committed.id());
        assertConsistent();
    }

    @Test
    void leavesFilesAloneThatWereSettled() throws IOException {
        Document document = added(documents(ContentPlace.DISK), () -> new GeneratedContent(1, 1000), false);
        sql.sql("delete from document").update();
        Path file = directory
                .resolve("contents")
                .resolve(document.id().toString().substring(0, 2))
                .resolve(document.id().toString().substring(2, 4))
                .resolve(document.id().toString());
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));

        clock.advance(Duration.ofDays(400));
        leftovers.sweep();

        assertThat(file).exists();
        files.delete(document.id());
    }

    private void happen(Event event, Documents documents, Random random) {
        long seed = random.nextLong();
        int size = 1 + random.nextInt(600_000);
        InputStreamSource whole = () -> new GeneratedContent(seed, size);
        switch (event) {
            case ADDED -> added(documents, whole, false);
            case ADDED_AND_ROLLED_BACK ->
                assertThatExceptionOfType(Undone.class).isThrownBy(() -> added(documents, whole, true));
            case ADDED_AND_NOT_COMMITTED -> {
                assertThatExceptionOfType(Undone.class)
                        .isThrownBy(() -> transaction.executeWithoutResult(status -> {
                            added(documents, whole, false);
                            failInCommit();
                        }));
                settleLater();
            }
            case RECEIVED_ONLY -> documents.receive("plan.bin", whole).close();
            case CUT_WHILE_JUDGED, CUT_WHILE_STORED -> {
                AtomicInteger readings = new AtomicInteger(event == Event.CUT_WHILE_JUDGED ? 1 : 0);
                int cut = random.nextInt(size);
                assertThatExceptionOfType(UncheckedIOException.class)
                        .isThrownBy(() -> added(
                                documents,
                                () -> new GeneratedContent(
                                        seed, size, readings.incrementAndGet() == 2 ? cut : Long.MAX_VALUE),
                                false));
            }
            case REMOVED, REMOVED_AND_ROLLED_BACK -> {
                List<Document> all = documents.list(RELEASE, null, null, 100).items();
                if (!all.isEmpty()) {
                    Document one = all.get(random.nextInt(all.size()));
                    transaction.executeWithoutResult(status -> {
                        documents.remove(documents.get(RELEASE, one.id()));
                        if (event == Event.REMOVED_AND_ROLLED_BACK) {
                            status.setRollbackOnly();
                        }
                    });
                }
            }
            case CRASHED -> {
                crashed(random.nextBoolean());
                settleLater();
            }
        }
    }

    private Document added(Documents documents, InputStreamSource content, boolean undone) {
        try (Incoming file = documents.receive("plan.bin", content)) {
            return transaction.execute(status -> {
                Document document = documents.add(RELEASE, DocumentKind.GENERAL, null, file);
                if (undone) {
                    throw new Undone();
                }
                return document;
            });
        }
    }

    /** What a node leaves that is killed while it takes a file. */
    private UUID crashed(boolean published) {
        UUID id = UUID.randomUUID();
        try {
            files.begin(id);
            files.write(id, new GeneratedContent(1, 10_000));
            if (published) {
                files.publish(id);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return id;
    }

    private void settleLater() {
        clock.advance(Duration.ofHours(25));
        try {
            leftovers.sweep();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void failInCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                throw new Undone();
            }
        });
    }

    private void assertConsistent() {
        try {
            Documents documents = documents(ContentPlace.DATABASE);
            for (UUID id : ids()) {
                Document document = documents.get(RELEASE, id);
                try (HashedStream content = new HashedStream(documents.content(document))) {
                    content.transferTo(OutputStream.nullOutputStream());
                    assertThat(content.size()).isEqualTo(document.size());
                    assertThat(content.sha256()).isEqualTo(document.sha256());
                }
            }
            Set<UUID> inDatabase = Set.copyOf(sql.sql("select distinct document_id from document_content")
                    .query(UUID.class)
                    .list());
            assertThat(Stream.concat(inDatabase.stream(), onDisk().stream()))
                    .containsExactlyInAnyOrderElementsOf(ids());
            assertThat(marks()).isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<UUID> ids() {
        return sql.sql("select id from document").query(UUID.class).list();
    }

    private Set<UUID> onDisk() throws IOException {
        try (Stream<Path> all = Files.walk(directory.resolve("contents"))) {
            return all.filter(Files::isRegularFile)
                    .map(file -> UUID.fromString(file.getFileName().toString()))
                    .collect(Collectors.toSet());
        }
    }

    private List<String> marks() throws IOException {
        try (Stream<Path> all = Files.list(directory.resolve("pending"))) {
            return all.map(file -> file.getFileName().toString()).toList();
        }
    }

    private Documents documents(ContentPlace place) {
        DocumentSettings settings = Settings.with(
                "store", place.name().toLowerCase(java.util.Locale.ROOT), "directory", directory.toString());
        List<ContentStore> stores = List.of(new DatabaseContent(sql), new DiskContent(files));
        return new Documents(repository, new Contents(stores, settings), new Acceptance(settings), currentUser, clock);
    }

    private enum Event {
        ADDED,
        ADDED_AND_ROLLED_BACK,
        ADDED_AND_NOT_COMMITTED,
        RECEIVED_ONLY,
        CUT_WHILE_JUDGED,
        CUT_WHILE_STORED,
        REMOVED,
        REMOVED_AND_ROLLED_BACK,
        CRASHED
    }

    private static final class Undone extends RuntimeException {}
}
