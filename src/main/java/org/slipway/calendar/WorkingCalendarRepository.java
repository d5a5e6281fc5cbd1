package org.slipway.calendar;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.repository.Repository;

interface WorkingCalendarRepository extends Repository<WorkingCalendar, String> {

    /** In one statement: almost every command on a release asks for its calendar. */
    @EntityGraph(attributePaths = {"week", "exceptions"})
    Optional<WorkingCalendar> findById(String key);

    boolean existsById(String key);

    List<WorkingCalendar> findByKeyGreaterThanOrderByKey(String after, Limit limit);

    WorkingCalendar saveAndFlush(WorkingCalendar calendar);

    void delete(WorkingCalendar calendar);

    void flush();
}
