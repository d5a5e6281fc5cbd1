package org.slipway.cmdb;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An import that runs on its own while people look how far it is. */
@Entity
@Table(name = "cmdb_import")
public class ImportJob {

    /** A node that has said nothing for so long is gone. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    @Id
    private UUID id;

    private String files;
    private boolean dryRun;

    @Enumerated(EnumType.STRING)
    private State state;

    private Instant startedAt;
    private String startedBy;
    private Instant movedAt;

    @Column(name = "row_count")
    private long rows;

    private long readBytes;
    private long allBytes;
    private @Nullable String outcome;

    /** Where an import is. */
    public enum State {
        RUNNING,
        /** All of it is in; or would be, when it was only tried. */
        DONE,
        /** Lines were at fault; nothing has changed. */
        REFUSED,
        /** Something else went wrong; nothing has changed. */
        FAILED
    }

    protected ImportJob() {}

    ImportJob(String files, boolean dryRun, long allBytes, Instant at, String who) {
        this.id = UUID.randomUUID();
        this.files = files;
        this.dryRun = dryRun;
        this.state = State.RUNNING;
        this.startedAt = at;
        this.startedBy = who;
        this.movedAt = at;
        this.allBytes = allBytes;
    }

    void move(long rows, long readBytes, Instant at) {
        this.rows = rows;
        this.readBytes = readBytes;
        this.movedAt = at;
    }

    void end(State state, String outcome, Instant at) {
        this.state = state;
        this.outcome = outcome;
        this.movedAt = at;
        if (state == State.DONE) {
            readBytes = allBytes;
        }
    }

    public UUID id() {
        return id;
    }

    public String files() {
        return files;
    }

    public boolean isDryRun() {
        return dryRun;
    }

    /** A job whose node has died has failed, and its transaction with it. */
    public State state(Instant now) {
        return state == State.RUNNING && movedAt.plus(SILENCE).isBefore(now) ? State.FAILED : state;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public String startedBy() {
        return startedBy;
    }

    public long rows() {
        return rows;
    }

    /** How much of the files has been read, 0 to 100. */
    public int percent() {
        return allBytes == 0 ? 0 : (int) Math.min(100, readBytes * 100 / allBytes);
    }

    @Nullable
    String outcome() {
        return outcome;
    }
}
