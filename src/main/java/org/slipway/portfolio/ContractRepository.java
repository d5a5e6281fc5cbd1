package org.slipway.portfolio;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ContractRepository extends Repository<Contract, String> {

    Optional<Contract> findById(String key);

    boolean existsById(String key);

    /** @param text part of a name or key, in small letters; empty for all */
    @Query("select c from Contract c where c.key > :after and (:active is null or c.active = :active)"
            + " and (:text = '' or locate(:text, lower(c.name)) > 0 or locate(:text, c.key) > 0) order by c.key")
    List<Contract> page(@Nullable Boolean active, String text, String after, Limit limit);

    Contract saveAndFlush(Contract contract);
}
