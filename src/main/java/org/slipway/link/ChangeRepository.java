package org.slipway.link;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ChangeRepository extends Repository<Change, String> {

    Optional<Change> findByNumber(String number);

    @Query("select c from Change c where c.number in :numbers")
    List<Change> findAllByNumber(Collection<String> numbers);

    @Query("select c from Change c where c.number > :after and c.status in :statuses"
            + " and (lower(c.number) like :text escape '!' or lower(c.title) like :text escape '!') order by c.number")
    List<Change> page(String text, Collection<ChangeStatus> statuses, String after, Limit limit);

    @Query("select i from ChangeItem i where i.change in :numbers order by i.change, i.item")
    List<ChangeItem> findItems(Collection<String> numbers);
}
