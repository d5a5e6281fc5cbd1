package org.slipway.release;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** One approver's decision on a plan. */
@Entity
@Immutable
@Table(name = "release_approval")
public class Approval implements Persistable<UUID> {

    /** What an approver may decide. */
    public enum Decision {
        APPROVED,
        /** The plan shall be changed and presented again. */
        SENT_BACK,
        REJECTED
    }

    @Id
    private UUID id;

    @Column(name = "release_number")
    private String release;

    @Column(name = "cycle_number")
    private int cycle;

    @Column(name = "person")
    private String approver;

    private Instant at;

    @Enumerated(EnumType.STRING)
    private Decision decision;

    private @Nullable String observations;
    private @Nullable String justification;

    @Transient
    private boolean fresh;

    protected Approval() {}

    Approval(
            Release release,
            String approver,
            Instant at,
            Decision decision,
            @Nullable String observations,
            @Nullable String justification) {
        this.id = UUID.randomUUID();
        this.release = release.number();
        this.cycle = release.cycle();
        this.approver = approver;
        this.at = at;
        this.decision = decision;
        this.observations = observations;
        this.justification = justification;
        this.fresh = true;
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return fresh;
    }

    public String approver() {
        return approver;
    }

    public Instant at() {
        return at;
    }

    public int cycle() {
        return cycle;
    }

    public Decision decision() {
        return decision;
    }

    public @Nullable String observations() {
        return observations;
    }

    public @Nullable String justification() {
        return justification;
    }
}
