package org.slipway.access;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RightRepository extends Repository<Right, UUID> {

    /** Where rights are granted. */
    record Place(String group, String model) {}

    List<Right> findAllBy(Limit limit);

    /** An empty group stands for any. */
    @Query("select distinct new org.slipway.access.RightRepository$Place(r.group, r.model) from Right r"
            + " where (:only = '' or r.group = :only)"
            + " and (r.group > :group or r.group = :group and r.model > :model) order by r.group, r.model")
    List<Place> places(String only, String group, String model, Limit limit);

    List<Right> findByGroupIn(Collection<String> groups);

    List<Right> findByGroupAndModel(String group, String model);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Right r where r.operation = :operation order by r.id")
    List<Right> lockByOperation(Operation operation);

    Right save(Right right);

    void delete(Right right);
}
