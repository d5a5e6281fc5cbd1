package org.slipway.portfolio;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface LocationRepository extends Repository<Location, String> {

    boolean existsById(String key);

    @Query("select l from Location l where l.key > :after and (:unit is null or l.unit = :unit) order by l.key")
    List<Location> page(@Nullable String unit, String after, Limit limit);
}
