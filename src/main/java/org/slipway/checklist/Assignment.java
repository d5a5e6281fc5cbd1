package org.slipway.checklist;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.slipway.release.Release;
import org.slipway.shared.Journaled;

/** A step of a release model asks for a questionnaire: it must be answered and confirmed before the step is solved. */
@Entity
@Journaled
@Table(name = "checklist_assignment")
class Assignment {

    @Id
    private UUID id;

    private String questionnaire;

    private String model;

    private String step;

    protected Assignment() {}

    Assignment(String questionnaire, String model, String step) {
        this.id = UUID.randomUUID();
        this.questionnaire = questionnaire;
        this.model = model;
        this.step = step;
    }

    String questionnaire() {
        return questionnaire;
    }

    String model() {
        return model;
    }

    /** The id of the task in its process, such as {@code executeRelease}. */
    String step() {
        return step;
    }

    /** The same whenever it is asked, so that a release's checklist can be named before anybody has touched it. */
    UUID checklistOf(Release release) {
        String name = release.number() + '/' + release.cycle() + '/' + step + '/' + questionnaire;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
