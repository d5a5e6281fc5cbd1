package org.slipway.checklist;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface QuestionnaireRepository extends Repository<Questionnaire, String> {

    Questionnaire saveAndFlush(Questionnaire questionnaire);

    Optional<Questionnaire> findById(String code);

    boolean existsById(String code);

    @Query("select q from Questionnaire q where q.kind in :kinds and q.state in :states and q.code > :after"
            + " order by q.code")
    List<Questionnaire> page(
            Collection<QuestionnaireKind> kinds, Collection<Questionnaire.State> states, String after, Limit limit);
}
