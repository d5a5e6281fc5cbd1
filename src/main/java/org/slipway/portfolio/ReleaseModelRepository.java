package org.slipway.portfolio;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ReleaseModelRepository extends Repository<ReleaseModel, String> {

    Optional<ReleaseModel> findById(String key);

    boolean existsById(String key);

    /** An empty portfolio stands for any. */
    @Query("select m from ReleaseModel m where (:portfolio = '' or m.portfolio = :portfolio)"
            + " and m.status in :statuses and m.key > :after order by m.key")
    List<ReleaseModel> page(String portfolio, Collection<ReleaseModel.Status> statuses, String after, Limit limit);

    boolean existsByPortfolioAndStatus(String portfolio, ReleaseModel.Status status);

    boolean existsByDefinitionDefaultContractAndStatus(String contract, ReleaseModel.Status status);

    ReleaseModel saveAndFlush(ReleaseModel model);
}
