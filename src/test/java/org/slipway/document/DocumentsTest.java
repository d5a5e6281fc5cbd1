package org.slipway.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slipway.shared.Malformed;
import org.slipway.shared.Slice;
import org.slipway.shared.Unknown;
import org.slipway.support.MovableClock;
import org.slipway.support.OnBothDatabases;
import org.slipway.support.RoomTest;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.InputStreamSource;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.TestPropertySource;

@RoomTest
@OnBothDatabases
@Import(DocumentRoom.class)
@TestPropertySource(properties = "slipway.document.max-size=1MB")
class DocumentsTest {

    private static final String RELEASE = "REL-000042";
    private static final int MEGABYTE = 1024 * 1024;

    private final Documents documents;
    private final MovableClock clock;

    DocumentsTest(Documents documents, MovableClock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    @Test
    @WithMockUser("operator")
    void keepsAFileWithItsHashAndWhoBroughtItWhen() {
        Document plan = documents.add(
                RELEASE,
                DocumentKind.GENERAL,
                "How we do it",
                documents.receive("docs/plan.txt", bytes("abc".getBytes(UTF_8))));

        assertThat(plan.name()).isEqualTo("plan.txt");
        assertThat(plan.description()).isEqualTo("How we do it");
        assertThat(plan.size()).isEqualTo(3);
        assertThat(plan.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(plan.contentType()).isEqualTo("text/plain");
        assertThat(plan.uploadedBy()).isEqualTo("operator");
        assertThat(plan.uploadedAt()).isBetween(clock.instant().minusSeconds(60), clock.instant());
    }

    @Test
    void givesBackTheLargestFileByteByByte() throws IOException {
        byte[] content = new byte[MEGABYTE];
        new Random(7).nextBytes(content);

        Document document = attach("backup.bin", content);

        try (InputStream stored = documents.content(documents.get(RELEASE, document.id()))) {
            assertThat(stored.readAllBytes()).isEqualTo(content);
        }
    }

    @Test
    void refusesAFileThatIsAByteTooLarge() {
        assertThatExceptionOfType(DocumentTooLarge.class)
                .isThrownBy(() -> attach("backup.bin", new byte[MEGABYTE + 1]))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("document-too-large"));
    }

    @Test
    void refusesAFileWithoutContentOrName() {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> attach("plan.txt", new byte[0]))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("document-empty"));
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> documents.receive(null, bytes(new byte[1])))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("document-name-required"));
    }

    @Test
    void refusesForbiddenKindsByNameAndByContent() {
        for (String name : List.of("setup.EXE", "run.bat", "run.cmd", "x.com", "x.js", "x.html", "x.svg", "x.jar")) {
            assertThatExceptionOfType(DocumentKindForbidden.class)
                    .isThrownBy(() -> attach(name, "harmless".getBytes(UTF_8)))
                    .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("document-kind-forbidden"));
        }
        assertThatExceptionOfType(DocumentKindForbidden.class)
                .isThrownBy(() -> attach("photo.png", "MZ\u0090".getBytes(ISO_8859_1)))
                .satisfies(refusal -> assertThat(refusal.arguments()).containsExactly("exe"));
        assertThatExceptionOfType(DocumentKindForbidden.class)
                .isThrownBy(() -> attach("notes.txt", "<html><script>".getBytes(UTF_8)));
    }

    @Test
    void servesOnlyHarmlessTypesAsThemselves() {
        assertThat(attach("scan.pdf", "%PDF-1.7".getBytes(UTF_8)).contentType()).isEqualTo("application/pdf");
        assertThat(attach("scan.pdf", "no such thing".getBytes(UTF_8)).contentType())
                .isEqualTo("application/octet-stream");
        assertThat(attach("note.txt", "%PDF-1.7".getBytes(UTF_8)).contentType()).isEqualTo("application/octet-stream");
        assertThat(attach("book.xlsx", "no archive".getBytes(UTF_8)).contentType())
                .isEqualTo("application/octet-stream");
        assertThat(attach("feed.xml", "<feed/>".getBytes(UTF_8)).contentType()).isEqualTo("application/octet-stream");
    }

    @Test
    void listsTheDocumentsOfOneReleaseOldestFirstPageByPage() {
        List<UUID> added = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            added.add(attach("part" + i + ".txt", new byte[] {1}).id());
            clock.advance(Duration.ofSeconds(i % 2));
        }
        documents.add(
                "REL-000043", DocumentKind.ATTACHMENT, null, documents.receive("other.txt", bytes(new byte[] {1})));
        UUID legal = documents
                .add(RELEASE, DocumentKind.LEGAL, null, documents.receive("licence.txt", bytes(new byte[] {1})))
                .id();

        List<UUID> listed = new ArrayList<>();
        @Nullable UUID after = null;
        do {
            Slice<Document> page = documents.list(RELEASE, DocumentKind.ATTACHMENT, after, 2);
            page.items().forEach(document -> listed.add(document.id()));
            after = page.next() == null ? null : UUID.fromString(page.next());
        } while (after != null);

        assertThat(listed).containsExactlyInAnyOrderElementsOf(added);
        assertThat(listed.subList(0, 2)).containsExactlyInAnyOrderElementsOf(added.subList(0, 2));
        assertThat(documents.list(RELEASE, DocumentKind.LEGAL, null, 10).items())
                .extracting(Document::id)
                .containsExactly(legal);
        assertThat(documents.list(RELEASE, null, null, 10).items()).hasSize(6);
    }

    @Test
    void doesNotGiveADocumentToAnotherRelease() {
        Document document = attach("plan.txt", new byte[] {1});

        assertThatExceptionOfType(Unknown.class)
                .isThrownBy(() -> documents.get("REL-000043", document.id()))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("document-unknown"));
    }

    @Test
    void removesTheContentWithTheDocument() {
        Document document = attach("plan.txt", new byte[] {1});

        documents.remove(document);

        assertThatExceptionOfType(Unknown.class).isThrownBy(() -> documents.get(RELEASE, document.id()));
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> documents.content(document).readAllBytes());
    }

    private Document attach(String name, byte[] content) {
        return documents.add(RELEASE, DocumentKind.ATTACHMENT, null, documents.receive(name, bytes(content)));
    }

    private static InputStreamSource bytes(byte[] content) {
        return new ByteArrayResource(content);
    }
}
