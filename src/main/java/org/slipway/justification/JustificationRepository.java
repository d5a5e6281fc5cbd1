package org.slipway.justification;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface JustificationRepository extends Repository<Justification, UUID> {

    Justification saveAndFlush(Justification justification);

    Optional<Justification> findById(UUID id);

    Optional<Justification> findByLookup(String lookup);

    /** An empty use stands for any; deleted ones have no lookup and so never appear. */
    @Query("select j from Justification j where j.lookup > :after"
            + " and j.status in :statuses"
            + " and (:use = '' or :use = 'SUSPENSION' and j.suspension or :use = 'REOPENING' and j.reopening"
            + " or :use = 'REFUSAL' and j.refusal or :use = 'OVERRIDE' and j.override)"
            + " order by j.lookup")
    List<Justification> page(Collection<Justification.Status> statuses, String use, String after, Limit limit);
}
