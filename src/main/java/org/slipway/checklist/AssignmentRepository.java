package org.slipway.checklist;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slipway.checklist.Assignments.ModelStep;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AssignmentRepository extends Repository<Assignment, UUID> {

    Assignment saveAndFlush(Assignment assignment);

    void delete(Assignment assignment);

    Optional<Assignment> findByQuestionnaireAndModelAndStep(String questionnaire, String model, String step);

    List<Assignment> findByQuestionnaireOrderByModelAscStepAsc(String questionnaire, Limit limit);

    /** What a model asks for now, step by step. */
    @Query("select a from Assignment a, Questionnaire q where a.model = :model and q.code = a.questionnaire"
            + " and q.state = org.slipway.checklist.Questionnaire.State.ACTIVE order by a.step, a.questionnaire")
    List<Assignment> of(String model, Limit limit);

    /** Which steps ask for anything. */
    @Query("select distinct new org.slipway.checklist.Assignments$ModelStep(a.model, a.step) from Assignment a")
    List<ModelStep> steps();
}
