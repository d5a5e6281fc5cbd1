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
    private final DocumentContent contents;
    private final DocumentSettings settings;
    private final CurrentUser currentUser;
    private final Clock clock;

    Documents(
            DocumentRepository documents,
            DocumentContent contents,
            DocumentSettings settings,
            CurrentUser currentUser,
            Clock clock) {
        this.documents = documents;
        this.contents = contents;
        this.settings = settings;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * Keeps a file. It is read twice: once to judge it, once to store it.
     *
     * @param name what the uploader's machine calls it; what is not fit for a file name is taken away
     * @throws Malformed             {@code document-empty}, {@code document-name-required}
     * @throws DocumentTooLarge      {@code document-too-large}
     * @throws DocumentKindForbidden {@code document-kind-forbidden}, by name or by content
     */
    @Transactional
    public Document add(
            String release,
            DocumentKind kind,
            @Nullable String name,
            @Nullable String description,
            InputStreamSource content) {
        FileName fileName = FileName.of(name);
        refuseForbidden(fileName.extension());
        try {
            Inspection inspection;
            try (InputStream first = content.getInputStream()) {
                inspection = Inspection.of(first, settings.maxSize().toBytes());
            }
            refuseForbidden(inspection.kind());
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            Document document = documents.saveAndFlush(
                    new Document(release, kind, fileName, description, inspection, currentUser.id(), now));
            try (InputStream second = content.getInputStream()) {
                contents.write(document.id(), second);
            }
            return document;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        return contents.read(document.id(), document.size());
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
        contents.remove(document.id());
        documents.delete(document);
    }

    private void refuseForbidden(String kind) {
        if (settings.forbids(kind)) {
            throw new DocumentKindForbidden(kind);
        }
    }
}
