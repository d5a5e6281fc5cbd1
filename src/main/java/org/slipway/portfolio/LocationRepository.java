package org.slipway.portfolio;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface LocationRepository extends Repository<Location, String> {

    Optional<Location> findById(String key);

    boolean existsById(String key);

    /**
     * @param unit    only the locations of this unit
     * @param forUnit the places where somebody of this unit may sit: its own, and those of none
     * @param text        part of a name or key, in small letters; empty for all
     */
    @Query("select l from Location l where l.key > :after and (:active is null or l.active = :active)"
            + " and (:unit is null or l.unit = :unit)"
            + " and (:forUnit is null or l.unit = :forUnit or l.unit is null)"
            + " and (:text = '' or locate(:text, lower(l.name)) > 0 or locate(:text, l.key) > 0) order by l.key")
    List<Location> page(
            @Nullable Boolean active,
            @Nullable String unit,
            @Nullable String forUnit,
            String text,
            String after,
            Limit limit);

    Location saveAndFlush(Location location);
}
