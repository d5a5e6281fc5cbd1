package org.slipway.cmdb;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RelationshipTypeRepository extends Repository<RelationshipType, String> {

    Optional<RelationshipType> findByCode(String code);

    List<RelationshipType> findAllBy();

    @Query("select t from RelationshipType t where t.code > :after order by t.code")
    List<RelationshipType> page(String after, Limit limit);
}
