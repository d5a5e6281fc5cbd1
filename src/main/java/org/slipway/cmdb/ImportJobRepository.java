package org.slipway.cmdb;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ImportJobRepository extends Repository<ImportJob, UUID> {

    Optional<ImportJob> findById(UUID id);

    ImportJob saveAndFlush(ImportJob job);

    @Query("select j from ImportJob j where j.startedAt < :at or j.startedAt = :at and j.id < :id"
            + " order by j.startedAt desc, j.id desc")
    List<ImportJob> page(Instant at, UUID id, Limit limit);
}
