package org.slipway.reporting;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.slipway.calendar.Calendars;
import org.slipway.shared.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the releases that are planned or deployed in a period. */
@Component
public class ReleaseWindows {

    private static final int MOST = 300;

    private static final String OVERLAP = "(r.planning_end > :from and r.planning_start < :to"
            + " or r.deployment_end > :from and r.deployment_start < :to)";

    /** What PostgreSQL has indexes for; it takes windows that only touch the period for overlapping as well. */
    private static final String IN_INDEX = "(tstzrange(r.planning_start, r.planning_end, '[]') && tstzrange(:from, :to)"
            + " or tstzrange(r.deployment_start, r.deployment_end, '[]') && tstzrange(:from, :to))";

    private static final String ORDER = " order by r.deployment_start, r.number";

    private final JdbcClient jdbc;
    private final Calendars calendars;
    private final Asking asking;
    private final Clock clock;

    ReleaseWindows(JdbcClient jdbc, Calendars calendars, Asking asking, Clock clock) {
        this.jdbc = jdbc;
        this.calendars = calendars;
        this.asking = asking;
        this.clock = clock;
    }

    /**
     * Those of which a window overlaps the period and that the question does not exclude, by the start of their
     * deployment, without their tasks. At most 300; {@code next} tells that there are more, and is the number of the last.
     *
     * @param to not within the period
     */
    @Transactional(readOnly = true)
    public Slice<FoundRelease> overlapping(Instant from, Instant to, ReleaseQuestion question) {
        Instant now = clock.instant();
        ReleaseConditions conditions = asking.conditions(question, now);
        conditions.and(OVERLAP, "from", from.atOffset(ZoneOffset.UTC));
        conditions.values().put("to", to.atOffset(ZoneOffset.UTC));
        FoundRows rows = new FoundRows(calendars, now);
        List<FoundRelease> found = jdbc.sql(first(conditions))
                .params(conditions.values())
                .query((row, index) -> rows.map(row))
                .list();
        return Slice.of(found, MOST, FoundRelease::number);
    }

    private String first(ReleaseConditions conditions) {
        if (asking.isPostgreSql()) {
            conditions.and(IN_INDEX);
            return conditions.gathered("r.number, r.deployment_start", ORDER, MOST + 1);
        }
        return "select " + FoundRows.COLUMNS + " from release_record r" + conditions.where() + ORDER
                + conditions.first(MOST + 1);
    }
}
