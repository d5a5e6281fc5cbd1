package org.slipway.portfolio;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PortfolioRepository extends Repository<Portfolio, String> {

    Optional<Portfolio> findById(String key);

    boolean existsById(String key);

    List<Portfolio> findByStatusInAndKeyGreaterThanOrderByKey(
            Collection<Portfolio.Status> statuses, String after, Limit limit);

    /** Those in a status that have a model in a status. */
    @Query("select p from Portfolio p where p.status = :status and p.key > :after and exists"
            + " (select m.key from ReleaseModel m where m.portfolio = p.key and m.status = :models) order by p.key")
    List<Portfolio> having(Portfolio.Status status, ReleaseModel.Status models, String after, Limit limit);

    Portfolio saveAndFlush(Portfolio portfolio);
}
