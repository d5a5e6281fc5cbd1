package org.slipway.planning;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.WrongState;

/**
 * One step of what takes a deployment back. Done steps open again when the back-out is complete or the release begins
 * a new cycle; what was done stays in the history.
 */
@Entity
@Table(name = "planning_backout_step")
public class BackoutStep {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Column(name = "release_number")
    private String release;

    private int position;

    private String description;

    /** No longer part of the plan; kept for a back-out that is under way. */
    private boolean replaced;

    private @Nullable Instant doneAt;

    private @Nullable String doneBy;

    @Column(name = "done_in_cycle")
    private @Nullable Integer doneInCycle;

    private @Nullable String executionRecord;

    protected BackoutStep() {}

    BackoutStep(String release, int position, String description) {
        this.id = UUID.randomUUID();
        this.release = release;
        this.position = position;
        this.description = description;
    }

    void replace() {
        replaced = true;
    }

    /** Refuses with {@code backout-step-done} what is done already. */
    void finish(String by, Instant at, int cycle, @Nullable String record) {
        if (isDone()) {
            throw new WrongState("backout-step-done", null, position);
        }
        doneBy = by;
        doneAt = at;
        doneInCycle = cycle;
        executionRecord = record;
    }

    void openAgain() {
        doneBy = null;
        doneAt = null;
        doneInCycle = null;
        executionRecord = null;
    }

    public UUID id() {
        return id;
    }

    public String release() {
        return release;
    }

    /** From 1. */
    public int position() {
        return position;
    }

    public String description() {
        return description;
    }

    public boolean isDone() {
        return doneAt != null;
    }

    public @Nullable Instant doneAt() {
        return doneAt;
    }

    public @Nullable String doneBy() {
        return doneBy;
    }

    public @Nullable Integer doneInCycle() {
        return doneInCycle;
    }

    public @Nullable String executionRecord() {
        return executionRecord;
    }
}
