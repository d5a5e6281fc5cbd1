package org.slipway.access;

import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface RightRepository extends Repository<Right, UUID> {

    List<Right> findAllBy(Limit limit);
}
