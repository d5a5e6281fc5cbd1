package org.slipway.release;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface OccurrenceRepository extends Repository<Occurrence, UUID> {

    Occurrence save(Occurrence occurrence);

    @Query("select o from Occurrence o where o.release = :release and o.sequence > :after order by o.sequence")
    List<Occurrence> page(String release, int after, Limit limit);

    @Query(
            "select o from Occurrence o where o.release = :release and o.statusAfter is not null order by o.sequence desc")
    List<Occurrence> newestMoves(String release, Limit limit);

    @Query("select count(o) > 0 from Occurrence o where o.release = :release and o.cycle = :cycle"
            + " and o.who = :who and o.task in :tasks and o.category in (EXECUTION, APPROVAL)")
    boolean completed(String release, int cycle, String who, Collection<String> tasks);
}
