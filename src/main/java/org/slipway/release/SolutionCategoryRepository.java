package org.slipway.release;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SolutionCategoryRepository extends Repository<SolutionCategory, String> {

    Optional<SolutionCategory> findById(String name);

    Optional<SolutionCategory> findByKey(UUID key);

    @Query("select count(c) > 0 from SolutionCategory c where lower(c.name) = lower(:name)")
    boolean isTaken(String name);

    @Query("select c from SolutionCategory c where lower(c.name) = lower(:name) order by c.name")
    List<SolutionCategory> named(String name);

    List<SolutionCategory> findByActiveInAndNameGreaterThanOrderByName(
            Collection<Boolean> active, String after, Limit limit);

    boolean existsByParent(String name);

    @Query("select count(r) > 0 from Release r where r.closure.solutionCategory = :name")
    boolean isNamedByReleases(String name);

    SolutionCategory save(SolutionCategory category);

    SolutionCategory saveAndFlush(SolutionCategory category);

    void delete(SolutionCategory category);
}
