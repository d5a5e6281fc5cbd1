package org.slipway.release;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ReleaseRepository extends Repository<Release, String> {

    Optional<Release> findById(String number);

    long count();
}
