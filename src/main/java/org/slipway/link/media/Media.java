package org.slipway.link.media;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.Journaled;

/** A definitive medium: the one copy of a software from which it is installed (src/docs/domain.md, Definitive media). */
@Entity
@Table(name = "link_media")
@Journaled(secrets = "keys")
public class Media {

    @Id
    private UUID id;

    @Column(name = "media_key")
    private String key;

    private String name;

    @Column(name = "media_version")
    private @Nullable String version;

    @Column(name = "physical_address")
    private String physicalAddress;

    @Column(name = "logical_address")
    private @Nullable String logicalAddress;

    @Column(name = "media_type")
    private String mediaType;

    @Column(name = "software_type")
    private @Nullable String softwareType;

    @Column(name = "licence_type")
    private @Nullable String licenceType;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "link_media_key", joinColumns = @JoinColumn(name = "media_id"))
    @Fetch(FetchMode.SUBSELECT)
    private Set<LicenceKey> keys = new LinkedHashSet<>();

    private @Nullable String sha256;

    @Column(name = "hash_set_by")
    private @Nullable String hashSetBy;

    @Column(name = "hash_set_at")
    private @Nullable Instant hashSetAt;

    @Embedded
    private @Nullable Homologation homologation;

    private @Nullable String supplier;

    @Column(name = "obtained_from")
    private @Nullable String source;

    @Column(name = "built_from")
    private @Nullable String builtFrom;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "link_media_knowledge", joinColumns = @JoinColumn(name = "media_id"))
    @Column(name = "record_number")
    @Fetch(FetchMode.SUBSELECT)
    private Set<String> knowledge = new TreeSet<>();

    @Column(name = "end_date")
    private @Nullable LocalDate endDate;

    @Version
    private int lockVersion;

    protected Media() {}

    Media(UUID id, String key, String name, String physicalAddress, String mediaType) {
        this.id = id;
        this.key = key;
        this.name = name;
        this.physicalAddress = physicalAddress;
        this.mediaType = mediaType;
    }

    /** Takes over what is given and leaves the rest; who brings another content is remembered. */
    void follow(MediaDraft draft, String who, Instant now) {
        name = draft.name() == null ? name : draft.name();
        version = draft.version() == null ? version : draft.version();
        physicalAddress = draft.physicalAddress() == null ? physicalAddress : draft.physicalAddress();
        logicalAddress = draft.logicalAddress() == null ? logicalAddress : draft.logicalAddress();
        mediaType = draft.mediaType() == null ? mediaType : draft.mediaType();
        softwareType = draft.softwareType() == null ? softwareType : draft.softwareType();
        licenceType = draft.licenceType() == null ? licenceType : draft.licenceType();
        supplier = draft.supplier() == null ? supplier : draft.supplier();
        source = draft.source() == null ? source : draft.source();
        builtFrom = draft.builtFrom() == null ? builtFrom : draft.builtFrom();
        endDate = draft.endDate() == null ? endDate : draft.endDate();
        if (draft.keys() != null) {
            keys.clear();
            keys.addAll(draft.keys());
        }
        if (draft.knowledge() != null) {
            knowledge.clear();
            knowledge.addAll(draft.knowledge());
        }
        if (draft.sha256() != null && !draft.sha256().equals(sha256)) {
            sha256 = draft.sha256();
            hashSetBy = who;
            hashSetAt = now;
        }
    }

    void homologate(Homologation found) {
        homologation = found;
    }

    public UUID id() {
        return id;
    }

    public String key() {
        return key;
    }

    public String name() {
        return name;
    }

    public @Nullable String version() {
        return version;
    }

    public String physicalAddress() {
        return physicalAddress;
    }

    public @Nullable String logicalAddress() {
        return logicalAddress;
    }

    public String mediaType() {
        return mediaType;
    }

    public @Nullable String softwareType() {
        return softwareType;
    }

    public @Nullable String licenceType() {
        return licenceType;
    }

    public List<LicenceKey> keys() {
        return List.copyOf(keys);
    }

    /** How many installations all its keys permit together. */
    public int licences() {
        return keys.stream().mapToInt(LicenceKey::permissions).sum();
    }

    /** Of the present content; none as long as nobody has said. */
    public @Nullable String sha256() {
        return sha256;
    }

    public @Nullable String hashSetBy() {
        return hashSetBy;
    }

    public @Nullable Instant hashSetAt() {
        return hashSetAt;
    }

    /** The last one; it stays when another content is brought. */
    public @Nullable Homologation homologation() {
        return homologation;
    }

    /** Whether the present content is the one that was homologated. */
    public boolean isHomologated() {
        return homologation != null && homologation.sha256().equals(sha256);
    }

    public @Nullable String supplier() {
        return supplier;
    }

    public @Nullable String source() {
        return source;
    }

    public @Nullable String builtFrom() {
        return builtFrom;
    }

    public List<String> knowledge() {
        return knowledge.stream().sorted().toList();
    }

    public @Nullable LocalDate endDate() {
        return endDate;
    }

    public boolean isActive(LocalDate today) {
        return endDate == null || today.isBefore(endDate);
    }
}
