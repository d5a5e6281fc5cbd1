package org.slipway.planning;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ActivityRepository extends Repository<Activity, UUID> {

    Activity save(Activity activity);

    Optional<Activity> findById(UUID id);

    Optional<Activity> findByIdAndRelease(UUID id, String release);

    List<Activity> findByReleaseAndState(String release, ActivityState state);

    @Query("select a from Activity a where a.release = :release"
            + " and (a.createdAt > :after or a.createdAt = :after and a.id > :afterId)"
            + " order by a.createdAt, a.id")
    List<Activity> page(String release, Instant after, UUID afterId, Limit limit);
}
