package org.slipway.planning;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface BackoutStepRepository extends Repository<BackoutStep, UUID> {

    BackoutStep save(BackoutStep step);

    Optional<BackoutStep> findById(UUID id);

    /** A plan has at most a hundred steps. */
    List<BackoutStep> findByReleaseAndReplacedFalseOrderByPosition(String release);
}
