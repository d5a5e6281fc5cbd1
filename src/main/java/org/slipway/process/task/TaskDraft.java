package org.slipway.process.task;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** Answers that somebody has saved without completing the task. */
@Entity
@IdClass(TaskDraft.Key.class)
@Table(name = "process_task_draft")
class TaskDraft {

    /** Each of those who may do a task writes a draft of his own. */
    record Key(String task, String person) implements Serializable {}

    @Id
    @Column(name = "task_id")
    private String task;

    @Id
    private String person;

    @Column(name = "release_number")
    private String release;

    private String answers;

    @Column(name = "saved_at")
    private Instant savedAt;

    protected TaskDraft() {}

    TaskDraft(String task, String release, String person, String answers, Instant savedAt) {
        this.task = task;
        this.release = release;
        this.person = person;
        this.answers = answers;
        this.savedAt = savedAt;
    }

    String person() {
        return person;
    }

    String answers() {
        return answers;
    }

    Instant savedAt() {
        return savedAt;
    }
}
