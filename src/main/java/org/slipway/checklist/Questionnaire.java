package org.slipway.checklist;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.slipway.shared.Journaled;

/** A list of questions that releases answer. What it asks stands in its {@link Edition}s. */
@Entity
@Journaled
@Table(name = "checklist_questionnaire")
public class Questionnaire {

    public enum State {
        ACTIVE,
        /** No release is asked it any more; those that have it attached go on. */
        RETIRED
    }

    @Id
    private String code;

    @Version
    private @Nullable Integer revision;

    @Enumerated(EnumType.STRING)
    private QuestionnaireKind kind;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "edition")
    private int version;

    protected Questionnaire() {}

    Questionnaire(String code, QuestionnaireKind kind, State state) {
        this.code = code;
        this.kind = kind;
        this.state = state;
        this.version = 1;
    }

    void become(@Nullable QuestionnaireKind newKind, @Nullable State newState) {
        kind = newKind == null ? kind : newKind;
        state = newState == null ? state : newState;
    }

    int nextVersion() {
        return ++version;
    }

    public String code() {
        return code;
    }

    /** Grows with every change; the entity tag of REST. */
    public int revision() {
        return revision == null ? 0 : revision;
    }

    public QuestionnaireKind kind() {
        return kind;
    }

    public State state() {
        return state;
    }

    public boolean isActive() {
        return state == State.ACTIVE;
    }

    /** The version that releases are asked from now on; from 1, one more with every change of what it asks. */
    public int version() {
        return version;
    }
}
