package org.slipway.cmdb;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RelationshipRepository extends Repository<Relationship, UUID> {

    @Query("select new org.slipway.cmdb.Connection(f.key, t.key, r.type) from Relationship r join r.from f join r.to t"
            + " where (f.key = :key or t.key = :key) and (f.key > :from or f.key = :from"
            + " and (t.key > :to or t.key = :to and r.type > :type)) order by f.key, t.key, r.type")
    List<Connection> findConnections(String key, String from, String to, String type, Limit limit);

    @Query("select new org.slipway.cmdb.RelationshipRepository$Edge(r.from.id, r.to.id, r.type) from Relationship r"
            + " where r.from.id in :from and r.to.id in :to")
    List<Edge> findEdges(Collection<UUID> from, Collection<UUID> to);

    record Edge(UUID from, UUID to, String type) {}

    @Query("select count(r) > 0 from Relationship r where r.from = :from and r.to = :to and r.type = :type")
    boolean exists(ConfigurationItem from, ConfigurationItem to, String type);

    @Modifying
    @Query("delete from Relationship r where r.from = :from and r.to = :to and r.type = :type")
    int delete(ConfigurationItem from, ConfigurationItem to, String type);
}
