package org.slipway.release;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface FollowerRepository extends Repository<Follower, UUID> {

    Follower save(Follower follower);

    Optional<Follower> findByReleaseAndPerson(String release, String person);

    List<Follower> findByReleaseOrderByPerson(String release, Limit limit);

    List<Follower> findByPersonAndReleaseIn(String person, Collection<String> releases);

    void delete(Follower follower);
}
