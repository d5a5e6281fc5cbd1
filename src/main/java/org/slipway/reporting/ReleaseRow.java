package org.slipway.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slipway.release.ReleaseStatus;

/**
 * A found release on its way out: what is printed of it and no more, since there can be a million of them.
 *
 * @param concludedAt when it ended, in whatever way
 * @param description only if it was asked for
 */
public record ReleaseRow(
        String number,
        String title,
        String contract,
        String requester,
        ReleaseStatus status,
        int priority,
        Instant registeredAt,
        @Nullable Instant capturedAt,
        Instant planningStart,
        Instant deploymentEnd,
        Instant deadline,
        @Nullable Instant concludedAt,
        String executorGroup,
        String approverGroup,
        @Nullable String closure,
        @Nullable String description) {

    /** Of {@code release_record r}, in the order of the components. */
    static String columns(boolean descriptions) {
        return "r.number, r.title, r.contract, r.requester, r.status, r.priority, r.registered_at, r.captured_at,"
                + " r.planning_start, r.deployment_end, r.deadline, r.ended_at, r.executor_group, r.approver_group,"
                + " r.closure_text, " + (descriptions ? "r.description" : "null");
    }

    static ReleaseRow of(ResultSet row) throws SQLException {
        RowCells cells = new RowCells(row);
        return new ReleaseRow(
                cells.text(),
                cells.text(),
                cells.text(),
                cells.text(),
                cells.oneOf(ReleaseStatus.class),
                cells.number(),
                cells.moment(),
                cells.momentOrNull(),
                cells.moment(),
                cells.moment(),
                cells.moment(),
                cells.momentOrNull(),
                cells.text(),
                cells.text(),
                cells.textOrNull(),
                cells.textOrNull());
    }
}
