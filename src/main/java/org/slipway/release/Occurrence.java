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

/**
 * One line of a release's history. It is written once; each carries the hash of the one before, so that a line changed
 * or taken out afterwards shows.
 */
@Entity
@Immutable
@Table(name = "release_occurrence")
public class Occurrence implements Persistable<UUID> {

    @Id
    private UUID id;

    @Column(name = "release_number")
    private String release;

    @Column(name = "sequence_number")
    private int sequence;

    @Column(name = "cycle_number")
    private int cycle;

    private Instant at;

    @Column(name = "person")
    private String who;

    @Enumerated(EnumType.STRING)
    private OccurrenceCategory category;

    private @Nullable String task;

    @Enumerated(EnumType.STRING)
    @Column(name = "status_before")
    private @Nullable ReleaseStatus statusBefore;

    @Enumerated(EnumType.STRING)
    @Column(name = "status_after")
    private @Nullable ReleaseStatus statusAfter;

    private @Nullable String decision;

    @Column(name = "occurrence_text")
    private @Nullable String text;

    @Column(name = "text_digest")
    private @Nullable String textDigest;

    @Column(name = "minutes_spent")
    private @Nullable Integer minutesSpent;

    private @Nullable String origin;

    @Column(name = "origin_digest")
    private @Nullable String originDigest;

    @Column(name = "previous_hash")
    private @Nullable String previousHash;

    private String hash;

    @Transient
    private boolean fresh;

    protected Occurrence() {}

    Occurrence(
            Release release,
            Instant at,
            String who,
            String personDigest,
            @Nullable String origin,
            Happening happening) {
        this.id = UUID.randomUUID();
        this.release = release.number();
        this.sequence = release.history().next();
        this.cycle = release.cycle();
        this.at = at;
        this.who = who;
        this.category = happening.category();
        this.task = happening.task();
        this.statusBefore = happening.before();
        this.statusAfter = happening.after();
        this.decision = happening.decision();
        this.text = happening.text();
        this.minutesSpent = happening.minutesSpent();
        this.origin = origin;
        this.previousHash = release.history().lastHash();
        this.hash = "";
        this.hash = line().computeHash(personDigest);
        this.fresh = true;
        release.history().chain(hash);
    }

    /** Whether the line still says what it said when it was written; see {@link HistoryLine#isIntact}. */
    public boolean isIntact(@Nullable String personDigest) {
        return line().isIntact(personDigest);
    }

    private HistoryLine line() {
        return new HistoryLine(
                release,
                sequence,
                cycle,
                at,
                who,
                category.name(),
                task,
                statusBefore == null ? null : statusBefore.name(),
                statusAfter == null ? null : statusAfter.name(),
                decision,
                minutesSpent,
                origin,
                originDigest,
                text,
                textDigest,
                previousHash,
                hash);
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return fresh;
    }

    public int sequence() {
        return sequence;
    }

    public int cycle() {
        return cycle;
    }

    public Instant at() {
        return at;
    }

    public String who() {
        return who;
    }

    public OccurrenceCategory category() {
        return category;
    }

    public @Nullable String task() {
        return task;
    }

    public @Nullable ReleaseStatus statusBefore() {
        return statusBefore;
    }

    public @Nullable ReleaseStatus statusAfter() {
        return statusAfter;
    }

    public @Nullable String decision() {
        return decision;
    }

    public @Nullable String text() {
        return text;
    }

    public @Nullable Integer minutesSpent() {
        return minutesSpent;
    }

    public @Nullable String previousHash() {
        return previousHash;
    }

    public String hash() {
        return hash;
    }
}
