package org.slipway.checklist;

import java.util.List;
import org.slipway.access.Operation;
import org.slipway.access.Rights;
import org.slipway.shared.Malformed;
import org.slipway.shared.Unknown;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which steps of which release models ask for a questionnaire. Writing needs {@link Operation#MANAGE_REGISTRIES}. */
@Service
@Transactional
public class Assignments {

    private static final Limit MOST = Limit.of(1_000);

    private final AssignmentRepository assignments;
    private final QuestionnaireRepository questionnaires;
    private final AskingSteps asking;
    private final Rights rights;

    Assignments(
            AssignmentRepository assignments,
            QuestionnaireRepository questionnaires,
            AskingSteps asking,
            Rights rights) {
        this.assignments = assignments;
        this.questionnaires = questionnaires;
        this.asking = asking;
        this.rights = rights;
    }

    /**
     * A step of a release model.
     *
     * @param step the id of its task, such as {@code executeRelease}
     */
    public record ModelStep(String model, String step) {}

    /** By model and step. Refuses with {@code questionnaire-unknown}. */
    @Transactional(readOnly = true)
    public List<ModelStep> of(String code) {
        requireKnown(code);
        return assignments.findByQuestionnaireOrderByModelAscStepAsc(code, MOST).stream()
                .map(each -> new ModelStep(each.model(), each.step()))
                .toList();
    }

    /** Once is enough: what is assigned already stays so. Refuses with {@code model-unknown}. */
    public void add(String code, ModelStep to) {
        rights.require(Operation.MANAGE_REGISTRIES);
        requireKnown(code);
        if (assignments
                .findByQuestionnaireAndModelAndStep(code, to.model(), to.step())
                .isEmpty()) {
            try {
                assignments.saveAndFlush(new Assignment(code, to.model(), to.step()));
            } catch (DataIntegrityViolationException noSuchModel) {
                throw new Malformed("model-unknown", "model", to.model());
            }
            asking.forget();
        }
    }

    /** What releases have answered stays. Refuses with {@code assignment-unknown}. */
    public void remove(String code, ModelStep from) {
        rights.require(Operation.MANAGE_REGISTRIES);
        Assignment assignment = assignments
                .findByQuestionnaireAndModelAndStep(code, from.model(), from.step())
                .orElseThrow(() -> new Unknown("assignment-unknown", null, code, from.model(), from.step()));
        assignments.delete(assignment);
        asking.forget();
    }

    private void requireKnown(String code) {
        if (!questionnaires.existsById(code)) {
            throw new Unknown("questionnaire-unknown", null, code);
        }
    }
}
