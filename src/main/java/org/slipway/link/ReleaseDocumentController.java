package org.slipway.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slipway.document.Document;
import org.slipway.document.DocumentKind;
import org.slipway.document.Documents;
import org.slipway.shared.Slice;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The documents of a release over HTTP. A file is only ever handed out to be saved, never shown. */
@RestController
@RequestMapping("/api/releases/{number}/links/documents")
class ReleaseDocumentController {

    private final ReleaseDocuments links;
    private final Documents documents;

    ReleaseDocumentController(ReleaseDocuments links, Documents documents) {
        this.links = links;
        this.documents = documents;
    }

    /** Oldest first. */
    @GetMapping
    Slice<DocumentRecord> list(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable DocumentKind kind,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        Slice<Document> page = links.list(number, kind, after, limit);
        Predicate<Document> removable = links.removable(number);
        return new Slice<>(
                page.items().stream()
                        .map(document -> DocumentRecord.of(document, removable.test(document)))
                        .toList(),
                page.next());
    }

    @GetMapping("/{id}")
    DocumentRecord get(@PathVariable String number, @PathVariable UUID id) {
        Document document = links.get(number, id);
        return DocumentRecord.of(document, links.removable(number).test(document));
    }

    @GetMapping("/{id}/content")
    ResponseEntity<Resource> content(@PathVariable String number, @PathVariable UUID id) {
        Document document = links.get(number, id);
        return ResponseEntity.ok()
                .eTag(document.sha256())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(document.name(), UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .contentType(MediaType.parseMediaType(document.contentType()))
                .contentLength(document.size())
                .body(new InputStreamResource(() -> documents.content(document)));
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<DocumentRecord> add(
            @PathVariable String number,
            @RequestPart MultipartFile file,
            @RequestParam(defaultValue = "ATTACHMENT") DocumentKind kind,
            @RequestParam(required = false) @Size(max = 1000) @Nullable String description) {
        Document document = links.add(number, kind, file.getOriginalFilename(), description, file);
        DocumentRecord added =
                DocumentRecord.of(document, links.removable(number).test(document));
        return ResponseEntity.created(URI.create("/api/releases/" + number + "/links/documents/" + added.id()))
                .body(added);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(@PathVariable String number, @PathVariable UUID id) {
        links.remove(number, id);
        return ResponseEntity.noContent().build();
    }

    /** @param removable whether whoever asks may take it away */
    record DocumentRecord(
            UUID id,
            DocumentKind kind,
            String name,
            @Nullable String description,
            String contentType,
            long size,
            String sha256,
            String uploadedBy,
            Instant uploadedAt,
            boolean removable) {

        static DocumentRecord of(Document from, boolean removable) {
            return new DocumentRecord(
                    from.id(),
                    from.kind(),
                    from.name(),
                    from.description(),
                    from.contentType(),
                    from.size(),
                    from.sha256(),
                    from.uploadedBy(),
                    from.uploadedAt(),
                    removable);
        }
    }
}
