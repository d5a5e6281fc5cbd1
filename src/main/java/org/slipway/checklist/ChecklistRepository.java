package org.slipway.checklist;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ChecklistRepository extends Repository<Checklist, UUID> {

    Checklist saveAndFlush(Checklist checklist);

    void delete(Checklist checklist);

    @Query("select c from Checklist c join fetch c.edition where c.id = :id and c.release = :release")
    Optional<Checklist> find(UUID id, String release);

    @Query("select c from Checklist c join fetch c.edition where c.release = :release"
            + " and (c.attachedAt > :after or c.attachedAt = :after and c.id > :afterId)"
            + " order by c.attachedAt, c.id")
    List<Checklist> page(String release, Instant after, UUID afterId, Limit limit);

    @Query("select count(c) from Checklist c where c.release = :release and c.cycle = :cycle")
    long count(String release, int cycle);

    /** What somebody has touched in the cycle, whatever has become of it. */
    @Query("select new org.slipway.checklist.ChecklistRepository$Present(c.questionnaire, c.step) from Checklist c"
            + " where c.release = :release and c.cycle = :cycle")
    List<Present> present(String release, int cycle);

    /** @param step none when it was attached by a person */
    record Present(String questionnaire, @Nullable String step) {

        /** A person may have attached it before the step asked for it. */
        boolean answers(Assignment assignment) {
            return questionnaire.equals(assignment.questionnaire()) && (step == null || step.equals(assignment.step()));
        }
    }
}
