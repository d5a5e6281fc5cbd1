package org.slipway.cmdb;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RelationshipRepository extends Repository<Relationship, UUID> {

    @Query("select new org.slipway.cmdb.Connection(f.key, t.key, r.type) from Relationship r join r.from f join r.to t"
            + " where (f.key = :key or t.key = :key) and (f.key > :from or f.key = :from"
            + " and (t.key > :to or t.key = :to and r.type > :type)) order by f.key, t.key, r.type")
    List<Connection> findConnections(String key, String from, String to, String type, Limit limit);

    @Query("select new org.slipway.cmdb.RelationshipRepository$Present(r.id, r.from.id, r.to.id, r.type, r.source)"
            + " from Relationship r where r.from.id in :from and r.to.id in :to")
    List<Present> findEdges(Collection<UUID> from, Collection<UUID> to);

    /** What belongs to a source. */
    @Query("select new org.slipway.cmdb.RelationshipRepository$Present(r.id, r.from.id, r.to.id, r.type, r.source)"
            + " from Relationship r where r.source = :source and r.id > :after order by r.id")
    List<Present> findOf(String source, UUID after, Limit limit);

    @Modifying
    @Query("update Relationship r set r.source = :source where r.id in :ids")
    int takeOver(Collection<UUID> ids, String source);

    @Modifying
    @Query("delete from Relationship r where r.id in :ids")
    int deleteAll(Collection<UUID> ids);

    /** A relationship between two items, by what the database calls them. */
    record Edge(UUID from, UUID to, String type) {

        /** A number that stands for it: two of half a million have the same one with odds of one in a hundred million. */
        long mark() {
            long mark = from.getMostSignificantBits() * 31 + from.getLeastSignificantBits();
            mark = mark * 0x9E3779B97F4A7C15L + to.getMostSignificantBits();
            mark = mark * 0x9E3779B97F4A7C15L + to.getLeastSignificantBits();
            return mark * 0x9E3779B97F4A7C15L + type.hashCode();
        }
    }

    record Present(
            UUID id,
            UUID from,
            UUID to,
            String type,
            @Nullable String source) {

        Edge edge() {
            return new Edge(from, to, type);
        }
    }

    @Query("select count(r) > 0 from Relationship r where r.from = :from and r.to = :to and r.type = :type")
    boolean exists(ConfigurationItem from, ConfigurationItem to, String type);

    @Query("select r from Relationship r where r.from = :from and r.to = :to and r.type = :type")
    Optional<Relationship> find(ConfigurationItem from, ConfigurationItem to, String type);
}
