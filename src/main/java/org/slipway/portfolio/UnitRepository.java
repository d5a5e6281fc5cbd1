package org.slipway.portfolio;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface UnitRepository extends Repository<Unit, String> {

    boolean existsById(String key);

    @Query("select u from Unit u where u.key > :after and (:contract is null or u.contract = :contract) order by u.key")
    List<Unit> page(@Nullable String contract, String after, Limit limit);
}
