package org.slipway.portfolio;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface UnitRepository extends Repository<Unit, String> {

    Optional<Unit> findById(String key);

    boolean existsById(String key);

    /**
     * @param contract    only the units of this contract
     * @param forContract the units that whoever has this contract may belong to: its own, and those of none
     * @param text        part of a name or key, in small letters; empty for all
     */
    @Query("select u from Unit u where u.key > :after and (:active is null or u.active = :active)"
            + " and (:contract is null or u.contract = :contract)"
            + " and (:forContract is null or u.contract = :forContract or u.contract is null)"
            + " and (:text = '' or locate(:text, lower(u.name)) > 0 or locate(:text, u.key) > 0) order by u.key")
    List<Unit> page(
            @Nullable Boolean active,
            @Nullable String contract,
            @Nullable String forContract,
            String text,
            String after,
            Limit limit);

    Unit saveAndFlush(Unit unit);
}
