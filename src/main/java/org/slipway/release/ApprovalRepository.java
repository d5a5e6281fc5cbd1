package org.slipway.release;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ApprovalRepository extends Repository<Approval, UUID> {

    Approval save(Approval approval);

    @Query("select count(a) > 0 from Approval a where a.release = :release and a.cycle = :cycle"
            + " and a.approver = :approver and a.at >= :since")
    boolean decided(String release, int cycle, String approver, Instant since);

    @Query("select a from Approval a where a.release = :release order by a.at, a.id")
    List<Approval> of(String release, Limit limit);
}
