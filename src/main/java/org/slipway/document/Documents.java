package org.slipway.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slipway.access.CurrentUser;
import org.slipway.shared.BusinessRuleViolated;
import org.slipway.shared.Malformed;
import org.slipway.shared.Slice;
import org.slipway.shared.Unknown;
import org.springframework.core.io.InputStreamSource;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files of releases. Whether a release takes them, and from whom, is asked by who calls. */
@Service
public class Documents {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final DocumentRepository documents;
    private final Contents contents;
    private final Acceptance acceptance;
    private final CurrentUser currentUser;
    private final Clock clock;

    Documents(
            DocumentRepository documents,
            Contents contents,
            Acceptance acceptance,
            CurrentUser currentUser,
            Clock clock) {
        this.documents = documents;
        this.contents = contents;
        this.acceptance = acceptance;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * Judges a file and puts it aside, best before a transaction begins: it is read up to three times. A file that is
     * received has to be closed (src/docs/domain.md, Documents).
     *
     * @param name what the uploader's machine calls it; what is not fit for a file name is taken away
     * @throws Malformed             {@code document-empty}, {@code document-name-required}
     * @throws DocumentTooLarge      {@code document-too-large}
     * @throws DocumentKindForbidden {@code document-kind-forbidden}, by name or by content, of the file or of one in it
     * @throws BusinessRuleViolated  {@code document-ambiguous}; of archives {@code document-unpacks-too-large}, {@code
     *                               document-archive-unsafe}, {@code document-archive-unreadable}
     */
    public Incoming receive(@Nullable String name, InputStreamSource content) {
        FileName fileName = FileName.of(name);
        try {
            return contents.stage(fileName, acceptance.judge(fileName, content), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a file that was received. */
    @Transactional
    public Document add(String release, DocumentKind kind, @Nullable String description, Incoming file) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Document document =
                documents.saveAndFlush(new Document(file, release, kind, description, currentUser.id(), now));
        try {
            file.content().keep();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return document;
    }

    /** Refuses with {@code document-unknown} an id that no document of this release has. */
    @Transactional(readOnly = true)
    public Document get(String release, UUID id) {
        return documents
                .findByIdAndRelease(id, release)
                .orElseThrow(() -> new Unknown("document-unknown", null, id, release));
    }

    @Transactional(readOnly = true)
    public boolean exists(String release, UUID id) {
        return documents.findByIdAndRelease(id, release).isPresent();
    }

    /** The bytes, fetched as they are read. */
    public InputStream content(Document document) {
        return contents.read(document);
    }

    /** Documents of a release, oldest first, of one kind or of all, from the one after another. */
    @Transactional(readOnly = true)
    public Slice<Document> list(String release, @Nullable DocumentKind kind, @Nullable UUID after, int limit) {
        Optional<Document> last = Optional.ofNullable(after).map(id -> get(release, id));
        List<Document> found = documents.page(
                release,
                kind == null ? EnumSet.allOf(DocumentKind.class) : EnumSet.of(kind),
                last.map(Document::uploadedAt).orElse(Instant.EPOCH),
                last.map(Document::id).orElse(BEFORE_ALL),
                Limit.of(limit + 1));
        return Slice.of(found, limit, document -> document.id().toString());
    }

    /** It is gone, with its content. */
    @Transactional
    public void remove(Document document) {
        contents.remove(document);
        documents.delete(document);
    }
}
