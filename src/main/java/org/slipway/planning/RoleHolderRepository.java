package org.slipway.planning;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface RoleHolderRepository extends Repository<RoleHolder, UUID> {

    RoleHolder save(RoleHolder holder);

    Optional<RoleHolder> findByIdAndRelease(UUID id, String release);

    boolean existsByReleaseAndPersonAndRole(String release, String person, String role);

    List<RoleHolder> findByReleaseAndIdGreaterThanOrderById(String release, UUID after, Limit limit);

    void delete(RoleHolder holder);
}
