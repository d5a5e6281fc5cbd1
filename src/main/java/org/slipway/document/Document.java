package org.slipway.document;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is known about a file of a release. Never changes; a new version of a file is a new document. */
@Entity
@Table(name = "document")
public class Document {

    @Id
    private UUID id;

    @Column(name = "release_number")
    private String release;

    @Enumerated(EnumType.STRING)
    private DocumentKind kind;

    private String name;

    private @Nullable String description;

    private String contentType;

    @Column(name = "byte_count")
    private long size;

    private String sha256;

    private String uploadedBy;

    private Instant uploadedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "stored_in")
    private ContentPlace place;

    protected Document() {}

    Document(
            Incoming file,
            String release,
            DocumentKind kind,
            @Nullable String description,
            String uploadedBy,
            Instant uploadedAt) {
        this.id = file.id();
        this.release = release;
        this.kind = kind;
        this.name = file.name().text();
        this.description = description;
        this.contentType = file.inspection().contentType(file.name());
        this.size = file.inspection().size();
        this.sha256 = file.inspection().sha256();
        this.uploadedBy = uploadedBy;
        this.uploadedAt = uploadedAt;
        this.place = file.place();
    }

    public UUID id() {
        return id;
    }

    public String release() {
        return release;
    }

    public DocumentKind kind() {
        return kind;
    }

    /** A plain file name, without folders. */
    public String name() {
        return name;
    }

    public @Nullable String description() {
        return description;
    }

    /** As it may be served: a known harmless type, else {@code application/octet-stream}. */
    public String contentType() {
        return contentType;
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    /** Of the content, in hexadecimal. */
    public String sha256() {
        return sha256;
    }

    public String uploadedBy() {
        return uploadedBy;
    }

    public Instant uploadedAt() {
        return uploadedAt;
    }

    ContentPlace place() {
        return place;
    }
}
