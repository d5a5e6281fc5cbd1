package org.slipway.planning;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slipway.release.Phase;
import org.slipway.release.Release;
import org.slipway.shared.WrongState;

/** A piece of work planned within a phase of a release; it appears as a task to whoever shall do it. */
@Entity
@Table(name = "planning_activity")
public class Activity {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Column(name = "release_number")
    private String release;

    @Column(name = "cycle_number")
    private int cycle;

    @Enumerated(EnumType.STRING)
    private Phase phase;

    private String title;

    private @Nullable String description;

    @Column(name = "group_id")
    private String group;

    private @Nullable String assignee;

    private Instant due;

    private int estimatedMinutes;

    @Enumerated(EnumType.STRING)
    private ActivityState state;

    private String createdBy;

    private Instant createdAt;

    private @Nullable String finishedBy;

    private @Nullable Instant finishedAt;

    private @Nullable Integer minutesSpent;

    private @Nullable String executionRecord;

    protected Activity() {}

    Activity(Release release, PlanActivity wanted, String group, String createdBy, Instant createdAt) {
        this.id = UUID.randomUUID();
        this.release = release.number();
        this.cycle = release.cycle();
        this.phase = release.phase();
        this.title = wanted.title().strip();
        this.description = wanted.description();
        this.group = group;
        this.assignee = wanted.assignee();
        this.due = wanted.due();
        this.estimatedMinutes = wanted.estimatedMinutes();
        this.state = ActivityState.TODO;
        this.createdBy = createdBy;
        this.createdAt = createdAt;
    }

    /** Refuses with {@code activity-not-open} what is done or cancelled already. */
    void finish(String by, Instant at, @Nullable String record, @Nullable Integer minutes) {
        if (!isOpen()) {
            throw new WrongState("activity-not-open", null, title);
        }
        state = ActivityState.DONE;
        finishedBy = by;
        finishedAt = at;
        executionRecord = record;
        minutesSpent = minutes;
    }

    void cancel() {
        state = ActivityState.CANCELLED;
    }

    public UUID id() {
        return id;
    }

    public String release() {
        return release;
    }

    /** The cycle of the release in which it was planned. */
    public int cycle() {
        return cycle;
    }

    public Phase phase() {
        return phase;
    }

    public String title() {
        return title;
    }

    public @Nullable String description() {
        return description;
    }

    /** The group whose members may carry it out. */
    public String group() {
        return group;
    }

    /** Who was named to carry it out when it was planned. */
    public @Nullable String assignee() {
        return assignee;
    }

    public Instant due() {
        return due;
    }

    public int estimatedMinutes() {
        return estimatedMinutes;
    }

    /** TODO, DONE or CANCELLED; that somebody has claimed it is known only to {@link ActivityWork}. */
    public ActivityState state() {
        return state;
    }

    public boolean isOpen() {
        return state == ActivityState.TODO;
    }

    public String createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable String finishedBy() {
        return finishedBy;
    }

    public @Nullable Instant finishedAt() {
        return finishedAt;
    }

    public @Nullable Integer minutesSpent() {
        return minutesSpent;
    }

    public @Nullable String executionRecord() {
        return executionRecord;
    }
}
