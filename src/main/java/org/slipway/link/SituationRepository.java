package org.slipway.link;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface SituationRepository extends Repository<Situation, String> {

    Optional<Situation> findByKey(String key);

    Optional<Situation> findByLookup(String lookup);

    Situation saveAndFlush(Situation situation);

    List<Situation> findByLookupGreaterThanOrderByLookup(String after, Limit limit);
}
