package org.slipway.cmdb;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ItemClassRepository extends Repository<ItemClass, String> {

    Optional<ItemClass> findByCode(String code);

    @Query("select distinct c from ItemClass c left join fetch c.attributes")
    List<ItemClass> findAllWithAttributes();

    @Query("select c.code from ItemClass c where c.code > :after order by c.code")
    List<String> page(String after, Limit limit);

    boolean existsByParent(String parent);

    @Query("select count(i) > 0 from ConfigurationItem i where i.itemClass = :code")
    boolean isUsed(String code);

    void delete(ItemClass itemClass);
}
