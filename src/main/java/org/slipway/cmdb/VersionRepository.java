package org.slipway.cmdb;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface VersionRepository extends Repository<ItemVersion, UUID> {

    @Query("select v from ItemVersion v where v.item.key = :key and v.revision < :before order by v.revision desc")
    List<ItemVersion> findNewestFirst(String key, int before, Limit limit);

    @Query("select v from ItemVersion v join fetch v.item i where i in :items and v.revision = i.revision")
    List<ItemVersion> findNewestOf(Collection<ConfigurationItem> items);
}
