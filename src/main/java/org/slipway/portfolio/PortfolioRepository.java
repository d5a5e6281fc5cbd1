package org.slipway.portfolio;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface PortfolioRepository extends Repository<Portfolio, String> {

    boolean existsById(String key);

    List<Portfolio> findByKeyGreaterThanOrderByKey(String after, Limit limit);
}
