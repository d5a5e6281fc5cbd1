package org.slipway.justification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.Digest;
import org.slipway.shared.Journaled;

/**
 * A reason that people choose from a list instead of inventing one: "Waiting for a supplier". It says for which steps
 * it may be given. A deleted one is kept for the releases that name it, and frees its description.
 */
@Entity
@Journaled
@Table(name = "justification")
public class Justification {

    /** Only an active justification can be chosen. */
    public enum Status {
        ACTIVE,
        INACTIVE
    }

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private String description;

    /** The description as it is compared, which is unique; none when deleted. */
    private @Nullable String lookup;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Column(name = "for_suspension")
    private boolean suspension;

    @Column(name = "for_reopening")
    private boolean reopening;

    @Column(name = "for_refusal")
    private boolean refusal;

    @Column(name = "for_override")
    private boolean override;

    private boolean deleted;

    protected Justification() {}

    Justification(String description, Status status, Set<Use> uses) {
        this.id = UUID.randomUUID();
        this.description = description.strip();
        this.lookup = asCompared(description);
        this.status = status;
        for (Use use : Use.values()) {
            allowFor(use, uses.contains(use));
        }
    }

    public UUID id() {
        return id;
    }

    /** What it says now, as an entity tag. */
    public String revision() {
        return Digest.revision(description, status, uses());
    }

    public String description() {
        return description;
    }

    public Status status() {
        return status;
    }

    /** The steps it may be given for, whether or not it is active. */
    public Set<Use> uses() {
        EnumSet<Use> uses = EnumSet.noneOf(Use.class);
        if (suspension) {
            uses.add(Use.SUSPENSION);
        }
        if (reopening) {
            uses.add(Use.REOPENING);
        }
        if (refusal) {
            uses.add(Use.REFUSAL);
        }
        if (override) {
            uses.add(Use.OVERRIDE);
        }
        return uses;
    }

    /** Whether it may be chosen now for this step. */
    public boolean isUsableFor(Use use) {
        return !deleted && status == Status.ACTIVE && uses().contains(use);
    }

    public boolean isDeleted() {
        return deleted;
    }

    void describe(String newDescription) {
        this.description = newDescription.strip();
        this.lookup = asCompared(newDescription);
    }

    void become(Status newStatus) {
        this.status = newStatus;
    }

    void allowFor(Use use, boolean allowed) {
        switch (use) {
            case SUSPENSION -> suspension = allowed;
            case REOPENING -> reopening = allowed;
            case REFUSAL -> refusal = allowed;
            case OVERRIDE -> override = allowed;
        }
    }

    void delete() {
        this.deleted = true;
        this.lookup = null;
    }

    static String asCompared(String description) {
        return description.strip().toLowerCase(Locale.ROOT);
    }
}
