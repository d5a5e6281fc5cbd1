package org.slipway.portfolio;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PortfolioImageRepository extends Repository<PortfolioImage, String> {

    Optional<PortfolioImage> findById(String portfolio);

    /** Which of these portfolios have one. */
    @Query("select i.portfolio from PortfolioImage i where i.portfolio in :portfolios")
    List<String> having(Collection<String> portfolios);

    PortfolioImage save(PortfolioImage image);

    void delete(PortfolioImage image);
}
