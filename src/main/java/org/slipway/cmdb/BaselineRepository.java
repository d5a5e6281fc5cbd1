package org.slipway.cmdb;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface BaselineRepository extends Repository<Baseline, UUID> {

    Optional<Baseline> findByName(String name);

    Optional<Baseline> findByNameAndByHandTrue(String name);

    @Query("select b from Baseline b where b.byHand = true and b.name > :after order by b.name")
    List<Baseline> page(String after, Limit limit);

    @Query("select new org.slipway.cmdb.Baselines$Kept(i.key, i.name, v.number, i.revision = v.revision)"
            + " from BaselineEntry e join e.item i join e.version v"
            + " where e.baseline.name = :name and i.key > :after order by i.key")
    List<Baselines.Kept> entries(String name, String after, Limit limit);

    @Query("select e.item.key from BaselineEntry e where e.baseline.name = :name order by e.item.key")
    List<String> findKeys(String name);

    @Query("select e from BaselineEntry e join fetch e.item i join fetch e.version where e.baseline.name = :name"
            + " and i.key in :keys order by i.key")
    List<BaselineEntry> findEntries(String name, Collection<String> keys);
}
