package org.slipway.checklist;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.slipway.shared.Journaled;

/** One version of what a questionnaire asks. It never changes, so an answer keeps the questions it was given to. */
@Entity
@Journaled
@Immutable
@Table(name = "checklist_edition")
class Edition {

    @Id
    private UUID id;

    private String questionnaire;

    @Column(name = "edition")
    private int version;

    @Convert(converter = AsJson.Definitions.class)
    private Definition definition;

    protected Edition() {}

    Edition(Questionnaire of, Definition definition) {
        this.id = UUID.randomUUID();
        this.questionnaire = of.code();
        this.version = of.version();
        this.definition = definition;
    }

    String questionnaire() {
        return questionnaire;
    }

    int version() {
        return version;
    }

    Definition definition() {
        return definition;
    }
}
