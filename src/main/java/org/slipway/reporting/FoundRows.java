package org.slipway.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slipway.calendar.Calendars;
import org.slipway.calendar.WorkingTime;
import org.slipway.release.Level;
import org.slipway.release.Phase;
import org.slipway.release.ReleaseStatus;
import org.slipway.release.Window;

/** Reads rows of {@code release_record} as of one moment. For one question: it remembers the calendars it has met. */
final class FoundRows {

    /** Of {@code release_record r}; neither its description nor its notes, which can be long. */
    static final String COLUMNS =
            "r.number, r.title, r.product_version, r.status, r.status_before_suspension, r.cancelling,"
                    + " r.phase, r.cycle_number, r.revision, r.priority, r.impact, r.urgency, r.risk, r.kind, r.model, r.contract,"
                    + " r.requester, r.registrar, r.owner, r.responsible, r.executor_group, r.approver_group, r.contact_name,"
                    + " r.contact_unit, r.planning_start, r.planning_end, r.deployment_start, r.deployment_end, r.registered_at,"
                    + " r.captured_at, r.suspended_at, r.deadline, r.ended_at, r.term_minutes, r.calendar, r.closure_text,"
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
        ReleaseStatus status = ReleaseStatus.valueOf(row.getString("status"));
        String before = row.getString("status_before_suspension");
        Instant deadline = moment(row, "deadline");
        Instant ended = momentOrNull(row, "ended_at");
        Instant suspended = momentOrNull(row, "suspended_at");
        return new FoundRelease(
                row.getString("number"),
                row.getString("title"),
                row.getString("product_version"),
                status,
                before == null ? null : ReleaseStatus.valueOf(before),
                ReleaseSituation.of(status, deadline, now),
                row.getBoolean("cancelling"),
                Phase.valueOf(row.getString("phase")),
                row.getInt("cycle_number"),
                row.getInt("revision"),
                row.getInt("priority"),
                Level.valueOf(row.getString("impact")),
                Level.valueOf(row.getString("urgency")),
                Level.valueOf(row.getString("risk")),
                row.getString("kind"),
                row.getString("model"),
                row.getString("contract"),
                row.getString("requester"),
                row.getString("registrar"),
                row.getString("owner"),
                row.getString("responsible"),
                row.getString("executor_group"),
                row.getString("approver_group"),
                row.getString("contact_name"),
                row.getString("contact_unit"),
                new Window(moment(row, "planning_start"), moment(row, "planning_end")),
                new Window(moment(row, "deployment_start"), moment(row, "deployment_end")),
                moment(row, "registered_at"),
                momentOrNull(row, "captured_at"),
                suspended,
                deadline,
                ended,
                row.getLong("term_minutes"),
                delay(row.getString("calendar"), deadline, ended == null ? suspended : ended),
                row.getString("closure_text"),
                row.getString("solution_category"),
                row.getObject("release_date", LocalDate.class),
                List.of(),
                List.of());
    }

    private long delay(String calendar, Instant deadline, @Nullable Instant until) {
        Instant end = until == null ? now : until;
        return deadline.isBefore(end)
                ? times.computeIfAbsent(calendar, calendars::get).minutesBetween(deadline, end)
                : 0;
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    private static @Nullable Instant momentOrNull(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
