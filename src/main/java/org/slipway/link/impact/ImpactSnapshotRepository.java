package org.slipway.link.impact;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slipway.release.ReleaseStatus;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ImpactSnapshotRepository extends Repository<ImpactSnapshot, UUID> {

    Optional<ImpactSnapshot> findFirstByReleaseOrderByTakenAtDesc(String release);

    /** Releases whose approved impact has not been looked at since the CMDB reached this version. */
    @Query(
            "select distinct s.release from ImpactSnapshot s, Release r where r.number = s.release"
                    + " and r.status not in :ended and s.checkedVersion < :version"
                    + " and s.takenAt = (select max(l.takenAt) from ImpactSnapshot l where l.release = s.release) order by s.release")
    List<String> unchecked(long version, Collection<ReleaseStatus> ended, Limit limit);
}
