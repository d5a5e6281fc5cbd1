package org.slipway.access;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RightRepository extends Repository<Right, UUID> {

    Right save(Right right);

    @Query("select count(r) > 0 from Right r where r.group in :groups and r.operation = :operation"
            + " and r.model in ('*', :model)")
    boolean granted(Collection<String> groups, Operation operation, String model);

    @Query("select distinct r.operation from Right r where r.group in :groups and r.model in ('*', :model)")
    List<Operation> granted(Collection<String> groups, String model);

    @Query("select distinct r.operation from Right r where r.group in :groups")
    Set<Operation> operationsOf(Collection<String> groups);
}
