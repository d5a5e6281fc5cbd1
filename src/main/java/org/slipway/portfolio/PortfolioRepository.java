package org.slipway.portfolio;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface PortfolioRepository extends Repository<Portfolio, String> {

    Optional<Portfolio> findById(String key);

    boolean existsById(String key);

    List<Portfolio> findByStatusInAndKeyGreaterThanOrderByKey(
            Collection<Portfolio.Status> statuses, String after, Limit limit);

    Portfolio saveAndFlush(Portfolio portfolio);
}
