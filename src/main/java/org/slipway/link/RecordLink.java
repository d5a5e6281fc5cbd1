package org.slipway.link;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.slipway.link.record.ForeignRecord;
import org.slipway.link.record.RecordKind;

/** That a release refers to a record of another tool. */
@Entity
@Immutable
@Table(name = "link_release_record")
class RecordLink {

    @Id
    private UUID id;

    @Column(name = "release_number")
    private String release;

    @Enumerated(EnumType.STRING)
    private RecordKind kind;

    @Column(name = "record_number")
    private String number;

    @Column(name = "linked_at")
    private Instant at;

    @Column(name = "linked_by")
    private String who;

    protected RecordLink() {}

    RecordLink(String release, ForeignRecord record, Instant at, String who) {
        this.id = UUID.randomUUID();
        this.release = release;
        this.kind = record.kind();
        this.number = record.number();
        this.at = at;
        this.who = who;
    }
}
