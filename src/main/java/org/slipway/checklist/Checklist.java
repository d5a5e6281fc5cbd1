package org.slipway.checklist;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slipway.release.Release;
import org.slipway.shared.WrongState;

/** A questionnaire that a release is asked in one of its cycles, and what was answered. */
@Entity
@Table(name = "checklist")
public class Checklist {

    public enum State {
        /** Not answered yet; a draft of the answers may be kept. */
        OPEN,
        AWAITING_VALIDATION,
        VALIDATED
    }

    @Id
    private UUID id;

    @Version
    private @Nullable Integer revision;

    @Column(name = "release_number")
    private String release;

    @Column(name = "cycle_number")
    private int cycle;

    private String questionnaire;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Edition edition;

    private @Nullable String step;

    @Enumerated(EnumType.STRING)
    private State state;

    @Convert(converter = AsJson.Answers.class)
    private @Nullable Map<String, Object> answers;

    private @Nullable String attachedBy;

    private @Nullable Instant attachedAt;

    private @Nullable String answeredBy;

    private @Nullable Instant answeredAt;

    private @Nullable String confirmedBy;

    private @Nullable Instant confirmedAt;

    protected Checklist() {}

    Checklist(UUID id, Release release, Edition edition, @Nullable String step) {
        this.id = id;
        this.release = release.number();
        this.cycle = release.cycle();
        this.questionnaire = edition.questionnaire();
        this.edition = edition;
        this.step = step;
        this.state = State.OPEN;
    }

    void attach(String by, Instant at) {
        attachedBy = by;
        attachedAt = at;
    }

    /** Refuses with {@code checklist-answered} what is answered already: an answer is replaced by another, not by a draft. */
    void draft(Map<String, Object> draft) {
        if (state != State.OPEN) {
            throw new WrongState("checklist-answered", null);
        }
        answers = draft;
    }

    /** Refuses with {@code checklist-validated} what somebody has confirmed. */
    void answer(Map<String, Object> given, String by, Instant at) {
        if (state == State.VALIDATED) {
            throw new WrongState("checklist-validated", null);
        }
        answers = given;
        answeredBy = by;
        answeredAt = at;
        state = State.AWAITING_VALIDATION;
    }

    void confirm(String by, Instant at) {
        requireAnswered();
        confirmedBy = by;
        confirmedAt = at;
        state = State.VALIDATED;
    }

    void withdrawConfirmation() {
        requireAnswered();
        confirmedBy = null;
        confirmedAt = null;
        state = State.AWAITING_VALIDATION;
    }

    /** Refuses with {@code checklist-answered}: answers stay. */
    void requireUnanswered() {
        if (state != State.OPEN) {
            throw new WrongState("checklist-answered", null);
        }
    }

    private void requireAnswered() {
        if (state == State.OPEN) {
            throw new WrongState("checklist-unanswered", null);
        }
    }

    public UUID id() {
        return id;
    }

    /** Grows with every change; the entity tag of REST. None while nobody has touched what a step asks for. */
    public @Nullable Integer revision() {
        return revision;
    }

    public String release() {
        return release;
    }

    /** The cycle of the release that it belongs to; that of earlier cycles is history. */
    public int cycle() {
        return cycle;
    }

    public String questionnaire() {
        return questionnaire;
    }

    /** The version of the questionnaire that is asked. */
    public int version() {
        return edition.version();
    }

    /** What is asked, in that version. */
    public Definition definition() {
        return edition.definition();
    }

    /** The step that asks for it; none when a person attached it. */
    public @Nullable String step() {
        return step;
    }

    public State state() {
        return state;
    }

    /** By question: a text, a choice, a list of choices, the id of a document. */
    public Map<String, Object> answers() {
        return answers == null ? Map.of() : answers;
    }

    public @Nullable String attachedBy() {
        return attachedBy;
    }

    public @Nullable Instant attachedAt() {
        return attachedAt;
    }

    public @Nullable String answeredBy() {
        return answeredBy;
    }

    public @Nullable Instant answeredAt() {
        return answeredAt;
    }

    public @Nullable String confirmedBy() {
        return confirmedBy;
    }

    public @Nullable Instant confirmedAt() {
        return confirmedAt;
    }
}
