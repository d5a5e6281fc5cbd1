package org.slipway.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slipway.calendar.Calendars;
import org.slipway.calendar.WorkingTime;
import org.slipway.release.Level;
import org.slipway.release.Phase;
import org.slipway.release.ReleaseStatus;

/** Reads rows of {@code release_record} as of one moment. For one question: it remembers the calendars it has met. */
final class FoundRows {

    /** Of {@code release_record r}, in the order in which they are read; neither its description nor its notes, which can be long. */
    static final String COLUMNS = "r.status, r.deadline, r.ended_at, r.suspended_at, r.calendar, r.number, r.title,"
            + " r.product_version, r.status_before_suspension, r.cancelling, r.phase, r.cycle_number, r.revision, r.priority,"
            + " r.impact, r.urgency, r.risk, r.kind, r.model, r.contract, r.requester, r.registrar, r.owner, r.responsible,"
            + " r.executor_group, r.approver_group, r.contact_name, r.contact_unit, r.planning_start, r.planning_end,"
            + " r.deployment_start, r.deployment_end, r.registered_at, r.captured_at, r.term_minutes, r.closure_text,"
            + " r.solution_category, r.release_date";

    private final Calendars calendars;
    private final Instant now;
    private final Map<String, WorkingTime> times = new HashMap<>();

    FoundRows(Calendars calendars, Instant now) {
        this.calendars = calendars;
        this.now = now;
    }

    /** Without its tasks, which are found for many releases at once. */
    FoundRelease map(ResultSet row) throws SQLException {
        RowCells cells = new RowCells(row);
        ReleaseStatus status = cells.oneOf(ReleaseStatus.class);
        Instant deadline = cells.moment();
        Instant ended = cells.momentOrNull();
        Instant suspended = cells.momentOrNull();
        long delay = delay(cells.text(), deadline, ended == null ? suspended : ended);
        return new FoundRelease(
                cells.text(),
                cells.text(),
                cells.textOrNull(),
                status,
                cells.oneOfOrNull(ReleaseStatus.class),
                ReleaseSituation.of(status, deadline, now),
                cells.truth(),
                cells.oneOf(Phase.class),
                cells.number(),
                cells.number(),
                cells.number(),
                cells.oneOf(Level.class),
                cells.oneOf(Level.class),
                cells.oneOf(Level.class),
                cells.text(),
                cells.text(),
                cells.text(),
                cells.text(),
                cells.text(),
                cells.text(),
                cells.textOrNull(),
                cells.text(),
                cells.text(),
                cells.text(),
                cells.textOrNull(),
                cells.window(),
                cells.window(),
                cells.moment(),
                cells.momentOrNull(),
                suspended,
                deadline,
                ended,
                cells.minutes(),
                delay,
                cells.textOrNull(),
                cells.textOrNull(),
                cells.dayOrNull(),
                List.of(),
                List.of());
    }

    private long delay(String calendar, Instant deadline, @Nullable Instant until) {
        Instant end = until == null ? now : until;
        return deadline.isBefore(end)
                ? times.computeIfAbsent(calendar, calendars::get).minutesBetween(deadline, end)
                : 0;
    }
}
