package org.slipway.portfolio;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface ContractRepository extends Repository<Contract, String> {

    Optional<Contract> findById(String key);

    List<Contract> findByActiveInAndKeyGreaterThanOrderByKey(Collection<Boolean> active, String after, Limit limit);
}
