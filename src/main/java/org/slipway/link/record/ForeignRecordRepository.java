package org.slipway.link.record;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ForeignRecordRepository extends Repository<ForeignRecord, UUID> {

    @Query("select r from ForeignRecord r where r.kind = :kind and r.number in :numbers")
    List<ForeignRecord> findAllByNumber(RecordKind kind, Collection<String> numbers);

    /** An empty status stands for any. */
    @Query("select r from ForeignRecord r where r.kind = :kind and r.number > :after"
            + " and (:status = '' or r.status = :status)"
            + " and (lower(r.number) like :text escape '!' or lower(r.title) like :text escape '!') order by r.number")
    List<ForeignRecord> page(RecordKind kind, String text, String status, String after, Limit limit);
}
