package org.slipway.reporting.export;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ExportJobRepository extends Repository<ExportJob, UUID> {

    ExportJob saveAndFlush(ExportJob job);

    Optional<ExportJob> findById(UUID id);

    List<ExportJob> findByPersonAndExpiresAtAfterOrderByStartedAtDescIdDesc(String person, Instant now, Limit limit);

    long countByPersonAndExpiresAtAfter(String person, Instant now);

    @Modifying
    @Query("update ExportJob j set j.movedAt = :now where j.id in :ids")
    void touch(Collection<UUID> ids, Instant now);

    @Modifying
    @Query("delete from ExportJob j where j.id = :id")
    void remove(UUID id);

    @Modifying
    @Query("delete from ExportJob j where j.expiresAt <= :now")
    void removeExpired(Instant now);
}
