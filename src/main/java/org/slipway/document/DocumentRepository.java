package org.slipway.document;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface DocumentRepository extends Repository<Document, UUID> {

    Document saveAndFlush(Document document);

    boolean existsById(UUID id);

    Optional<Document> findByIdAndRelease(UUID id, String release);

    @Query("select d from Document d where d.release = :release and d.kind in :kinds"
            + " and (d.uploadedAt > :after or d.uploadedAt = :after and d.id > :afterId)"
            + " order by d.uploadedAt, d.id")
    List<Document> page(String release, Collection<DocumentKind> kinds, Instant after, UUID afterId, Limit limit);

    void delete(Document document);
}
