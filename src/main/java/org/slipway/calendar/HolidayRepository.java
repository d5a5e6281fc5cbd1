package org.slipway.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface HolidayRepository extends Repository<Holiday, LocalDate> {

    @Query("select h.date from Holiday h")
    List<LocalDate> dates();

    Optional<Holiday> findById(LocalDate date);

    List<Holiday> findByDateGreaterThanOrderByDate(LocalDate after, Limit limit);

    Holiday save(Holiday holiday);

    void delete(Holiday holiday);
}
