package org.slipway.portfolio;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ModelVersionRepository extends Repository<ModelVersion, ModelVersion.Id> {

    ModelVersion save(ModelVersion version);

    @Query("select v from ModelVersion v where v.id.model = :model and v.id.number < :before"
            + " order by v.id.number desc")
    List<ModelVersion> page(String model, int before, Limit limit);
}
