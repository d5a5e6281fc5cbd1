package org.slipway.access;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface MandatoryNotificationRepository extends Repository<MandatoryNotification, String> {

    List<MandatoryNotification> findAllBy(Limit limit);

    Optional<MandatoryNotification> findById(String group);

    MandatoryNotification save(MandatoryNotification notification);

    void delete(MandatoryNotification notification);
}
