package org.slipway.link;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A system notification: what the people a release concerns are told about it, and for how long. */
@Entity
@Immutable
@Table(name = "link_notice")
public class Notice {

    @Id
    private UUID id;

    @Column(name = "release_number")
    private String release;

    private String title;

    @Column(name = "valid_from")
    private Instant validFrom;

    @Column(name = "valid_to")
    private @Nullable Instant validTo;

    private @Nullable String audience;

    protected Notice() {}

    Notice(String release, String title, Instant validFrom, @Nullable Instant validTo, @Nullable String audience) {
        this.id = UUID.randomUUID();
        this.release = release;
        this.title = title;
        this.validFrom = validFrom;
        this.validTo = validTo;
        this.audience = audience;
    }

    public UUID id() {
        return id;
    }

    public String title() {
        return title;
    }

    public Instant validFrom() {
        return validFrom;
    }

    /** When it is over; none while it is open. */
    public @Nullable Instant validTo() {
        return validTo;
    }

    /** For whom it is, in words. */
    public @Nullable String audience() {
        return audience;
    }

    public boolean isValid(Instant now) {
        return !now.isBefore(validFrom) && (validTo == null || now.isBefore(validTo));
    }
}
