package org.slipway.checklist;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface EditionRepository extends Repository<Edition, UUID> {

    Edition saveAndFlush(Edition edition);

    /** What questionnaires ask now. */
    @Query("select e from Edition e, Questionnaire q where q.code in :codes and e.questionnaire = q.code"
            + " and e.version = q.version")
    List<Edition> current(Collection<String> codes);
}
