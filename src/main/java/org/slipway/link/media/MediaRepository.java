package org.slipway.link.media;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface MediaRepository extends Repository<Media, UUID> {

    Optional<Media> findByKey(String key);

    Optional<Media> findById(UUID id);

    Media saveAndFlush(Media media);

    @Query("select m from Media m where m.key > :after and (:retired = true or m.endDate is null or m.endDate > :today)"
            + " and (lower(m.key) like :text escape '!' or lower(m.name) like :text escape '!') order by m.key")
    List<Media> page(String text, boolean retired, LocalDate today, String after, Limit limit);
}
