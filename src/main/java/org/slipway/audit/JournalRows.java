package org.slipway.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slipway.release.HistoryLine;

/** The rows of the journal's tables. */
final class JournalRows {

    static final String LINE =
            "o.release_number, o.sequence_number, o.cycle_number, o.at, o.person, o.category, o.task,"
                    + " o.status_before, o.status_after, o.decision, o.minutes_spent, o.origin, o.origin_digest,"
                    + " o.occurrence_text, o.text_digest, o.previous_hash, o.hash";

    static final String ENTRY = "e.id, e.at, e.person, e.origin, e.origin_digest, e.kind, e.release_number, e.subject,"
            + " e.subject_digest, e.detail, e.detail_digest, e.faded, e.position, e.hash";

    static final String SEAL =
            "s.position, s.at, s.release_number, s.first_line, s.last_line, s.entry_id," + " s.content_hash, s.hash";

    private JournalRows() {}

    static HistoryLine line(ResultSet row) throws SQLException {
        return new HistoryLine(
                row.getString("release_number"),
                row.getInt("sequence_number"),
                row.getInt("cycle_number"),
                instant(row, "at"),
                row.getString("person"),
                row.getString("category"),
                row.getString("task"),
                row.getString("status_before"),
                row.getString("status_after"),
                row.getString("decision"),
                row.getObject("minutes_spent", Integer.class),
                row.getString("origin"),
                row.getString("origin_digest"),
                row.getString("occurrence_text"),
                row.getString("text_digest"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }

    static JournalEntry entry(ResultSet row) throws SQLException {
        return new JournalEntry(
                row.getObject("id", UUID.class),
                instant(row, "at"),
                row.getString("person"),
                row.getString("origin"),
                row.getString("origin_digest"),
                row.getString("kind"),
                row.getString("release_number"),
                row.getString("subject"),
                row.getString("subject_digest"),
                row.getString("detail"),
                row.getString("detail_digest"),
                row.getBoolean("faded"),
                row.getObject("position", Long.class),
                row.getString("hash"));
    }

    static Seal seal(ResultSet row) throws SQLException {
        return new Seal(
                row.getLong("position"),
                instant(row, "at"),
                row.getString("release_number"),
                row.getObject("first_line", Integer.class),
                row.getObject("last_line", Integer.class),
                row.getObject("entry_id", UUID.class),
                row.getString("content_hash"),
                row.getString("hash"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? Instant.EPOCH : at.toInstant();
    }
}
