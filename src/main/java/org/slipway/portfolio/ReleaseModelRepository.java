package org.slipway.portfolio;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface ReleaseModelRepository extends Repository<ReleaseModel, String> {

    Optional<ReleaseModel> findById(String key);

    List<ReleaseModel> findByPortfolioAndStatusInAndKeyGreaterThanOrderByKey(
            String portfolio, Collection<ReleaseModel.Status> statuses, String after, Limit limit);
}
