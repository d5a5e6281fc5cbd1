package org.slipway.reporting.export;

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

/** A file that is being made, or that lies ready until it expires. */
@Entity
@Table(name = "reporting_export")
class ExportJob {

    /** A node that has said nothing for so long is gone. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    @Id
    private UUID id;

    private String person;

    @Enumerated(EnumType.STRING)
    private ExportFormat format;

    private String fileName;

    @Enumerated(EnumType.STRING)
    private State state;

    private Instant startedAt;
    private Instant movedAt;
    private Instant expiresAt;

    @Column(name = "row_count")
    private long rows;

    private long allRows;
    private long byteCount;
    private @Nullable String problem;

    /** Where an export is. */
    enum State {
        WAITING,
        RUNNING,
        /** The file can be fetched. */
        DONE,
        /** There is more than such a file can hold. */
        REFUSED,
        FAILED
    }

    protected ExportJob() {}

    ExportJob(String person, ExportFormat format, String fileName, Instant at, Instant expiresAt) {
        this.id = UUID.randomUUID();
        this.person = person;
        this.format = format;
        this.fileName = fileName;
        this.state = State.WAITING;
        this.startedAt = at;
        this.movedAt = at;
        this.expiresAt = expiresAt;
    }

    void run(long allRows, Instant at) {
        this.state = State.RUNNING;
        this.allRows = allRows;
        this.movedAt = at;
    }

    void move(long rows, Instant at) {
        this.rows = rows;
        this.movedAt = at;
    }

    void finish(long rows, long byteCount, Instant at) {
        this.state = State.DONE;
        this.rows = rows;
        this.byteCount = byteCount;
        this.movedAt = at;
    }

    void fail(State state, String problem, Instant at) {
        this.state = state;
        this.problem = problem;
        this.movedAt = at;
    }

    UUID id() {
        return id;
    }

    String person() {
        return person;
    }

    ExportFormat format() {
        return format;
    }

    String fileName() {
        return fileName;
    }

    /** A job whose node has died has failed. */
    State state(Instant now) {
        boolean unfinished = state == State.RUNNING || state == State.WAITING;
        return unfinished && movedAt.plus(SILENCE).isBefore(now) ? State.FAILED : state;
    }

    Instant startedAt() {
        return startedAt;
    }

    /** When the file was ready; none before. */
    @Nullable
    Instant readyAt() {
        return state == State.DONE ? movedAt : null;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    long rows() {
        return rows;
    }

    long byteCount() {
        return byteCount;
    }

    /** How much of it is written, 0 to 100. */
    int percent() {
        if (state == State.DONE) {
            return 100;
        }
        return allRows == 0 ? 0 : (int) Math.min(99, rows * 100 / allRows);
    }

    /** Code of the refusal. */
    @Nullable
    String problem() {
        return problem;
    }
}
