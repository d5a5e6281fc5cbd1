package org.slipway.cmdb;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ItemRepository extends Repository<ConfigurationItem, UUID>, JpaSpecificationExecutor<ConfigurationItem> {

    Optional<ConfigurationItem> findByKey(String key);

    boolean existsByKey(String key);

    @Query("select i from ConfigurationItem i where i.key in :keys")
    List<ConfigurationItem> findAllByKey(Collection<String> keys);

    @Query(
            "select new org.slipway.cmdb.ItemRepository$Identity(i.key, i.id) from ConfigurationItem i where i.key in :keys")
    List<Identity> findIds(Collection<String> keys);

    /** What may change without changing the graph. */
    @Query(
            "select new org.slipway.cmdb.ItemRepository$Status(i.key, i.status) from ConfigurationItem i where i.key in :keys")
    List<Status> findStatuses(Collection<String> keys);

    record Status(String key, ItemStatus status) {}

    /** What belongs to a source and has no end yet. */
    @Query("select i.key from ConfigurationItem i where i.source = :source and i.key > :after and i.endDate is null"
            + " and i.status <> org.slipway.cmdb.ItemStatus.DESTROYED order by i.key")
    List<String> keysOf(String source, String after, Limit limit);

    record Identity(String key, UUID id) {}

    /** In the order of their keys, so that two commands on overlapping items queue up and never block each other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select i from ConfigurationItem i where i.key in :keys order by i.key")
    List<ConfigurationItem> lockAllByKey(Collection<String> keys);
}
