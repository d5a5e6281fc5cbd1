package org.slipway.reporting;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SavedSearchRepository extends Repository<SavedSearch, UUID> {

    SavedSearch saveAndFlush(SavedSearch search);

    void delete(SavedSearch search);

    Optional<SavedSearch> findById(UUID id);

    boolean existsByPersonAndName(String person, String name);

    long countByPerson(String person);

    @Query("select s from SavedSearch s where (s.person = :person or s.shared)"
            + " and (s.name > :name or s.name = :name and s.id > :id) order by s.name, s.id")
    List<SavedSearch> page(String person, String name, UUID id, Limit limit);
}
