package org.slipway.audit.pack;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slipway.document.Document;
import org.slipway.document.Documents;
import org.slipway.shared.Slice;
import org.springframework.stereotype.Component;

/** The documents of a release, each copied from where it is kept straight into the archive. */
@Component
class PackedDocuments {

    private static final int PAGE = 200;

    private final Documents documents;
    private final PackSettings settings;

    PackedDocuments(Documents documents, PackSettings settings) {
        this.documents = documents;
        this.settings = settings;
    }

    /** Whether and how a document came into the pack. */
    enum Copy {
        INCLUDED,
        /** Its bytes are not those that were uploaded. */
        DIFFERENT,
        /** All together would be larger than is allowed. */
        TOO_LARGE,
        UNREADABLE
    }

    /**
     * @param file   where it is in the pack
     * @param sha256 of the bytes that were uploaded, as the record says
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Packed(
            UUID id,
            String kind,
            String name,
            @Nullable String description,
            String contentType,
            long size,
            String sha256,
            String uploadedBy,
            Instant uploadedAt,
            Copy copy,
            @Nullable String file) {}

    List<Packed> pack(String release, PackFile pack) throws IOException {
        List<Packed> packed = new ArrayList<>();
        long room = settings.maxDocuments().toBytes();
        Slice<Document> page = documents.list(release, null, null, PAGE);
        while (true) {
            for (Document document : page.items()) {
                Packed one = pack(document, packed.size() + 1, room, pack);
                room -= one.file() == null ? 0 : one.size();
                packed.add(one);
            }
            if (page.next() == null) {
                return packed;
            }
            page = documents.list(release, null, UUID.fromString(page.next()), PAGE);
        }
    }

    private Packed pack(Document document, int number, long room, PackFile pack) throws IOException {
        if (document.size() > room) {
            return packed(document, Copy.TOO_LARGE, null);
        }
        String file = "documents/%03d-%s".formatted(number, document.name());
        try (InputStream content = documents.content(document)) {
            byte[] first = content.readNBytes(8_192);
            PackFile.Entry entry = pack.add(file, out -> {
                out.write(first);
                content.transferTo(out);
            });
            return packed(document, entry.sha256().equals(document.sha256()) ? Copy.INCLUDED : Copy.DIFFERENT, file);
        } catch (UncheckedIOException | java.nio.file.NoSuchFileException e) {
            return packed(document, Copy.UNREADABLE, null);
        }
    }

    private static Packed packed(Document document, Copy copy, @Nullable String file) {
        return new Packed(
                document.id(),
                document.kind().name(),
                document.name(),
                document.description(),
                document.contentType(),
                document.size(),
                document.sha256(),
                document.uploadedBy(),
                document.uploadedAt(),
                copy,
                file);
    }
}
