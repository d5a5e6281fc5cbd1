package org.slipway.audit.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slipway.audit.EntryKind;
import org.slipway.audit.Journal;
import org.slipway.shared.Digest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Entries of the journal stay for good, because one that is missing breaks the chain. After their period only that they
 * were, when, of what kind and by whom is left; digests stand for what they told.
 */
@Component
class Fading {

    private static final Logger LOG = LoggerFactory.getLogger(Fading.class);
    private static final int BATCH = 500;

    /** Nothing of a release under legal hold, and nothing that the chain does not hold yet. */
    private static final String DUE = " from audit_entry where faded = false and kind in (:kinds) and at < :before"
            + " and position is not null and (release_number is null or release_number not in"
            + " (select number from release_record where held_since is not null))";

    private record Entry(
            UUID id,
            long position,
            @Nullable String origin,
            String subject,
            @Nullable String detail) {}

    private final Periods periods;
    private final Journal journal;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Fading(
            Periods periods,
            Journal journal,
            JdbcClient jdbc,
            JdbcTemplate batches,
            TransactionTemplate transaction,
            Clock clock) {
        this.periods = periods;
        this.journal = journal;
        this.jdbc = jdbc;
        this.batches = batches;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(cron = "${slipway.retention.schedule:0 30 1 * * *}")
    void fade() {
        periods.limits(clock.instant()).forEach((before, kinds) -> {
            long faded = 0;
            int some = fadeSome(before, kinds);
            while (some > 0) {
                faded += some;
                some = fadeSome(before, kinds);
            }
            if (faded > 0) {
                LOG.info("{} entries of the journal from before {} no longer tell what they told", faded, before);
            }
        });
    }

    /** How many entries tell longer than they should, counted up to a number. */
    int due(Instant before, List<EntryKind> kinds, int most) {
        return ask("select id" + DUE + " fetch first " + most + " rows only", before, kinds)
                .query(UUID.class)
                .list()
                .size();
    }

    /** When the oldest entry that still tells something was made. */
    @Nullable
    Instant oldest(Instant now, List<EntryKind> kinds) {
        return ask("select at" + DUE + " order by at fetch first 1 rows only", now, kinds)
                .query((row, index) ->
                        row.getObject(1, java.time.OffsetDateTime.class).toInstant())
                .optional()
                .orElse(null);
    }

    private int fadeSome(Instant before, List<EntryKind> kinds) {
        return Objects.requireNonNull(transaction.execute(status -> {
            List<Entry> some = ask(
                            "select id, position, origin, subject, detail" + DUE + " order by at fetch first " + BATCH
                                    + " rows only for update skip locked",
                            before,
                            kinds)
                    .query(Entry.class)
                    .list();
            batches.batchUpdate(
                    "update audit_entry set faded = true, origin = null, origin_digest = coalesce(origin_digest, ?),"
                            + " subject = '', subject_digest = coalesce(subject_digest, ?),"
                            + " detail = null, detail_digest = coalesce(detail_digest, ?) where id = ?",
                    some.stream()
                            .map(entry -> new Object[] {
                                Digest.ofText(entry.origin()),
                                Digest.ofText(entry.subject()),
                                Digest.ofText(entry.detail()),
                                entry.id()
                            })
                            .toList());
            if (!some.isEmpty()) {
                journal.recordFading(before, some.stream().map(Entry::position).toList());
            }
            return some.size();
        }));
    }

    private JdbcClient.StatementSpec ask(String sql, Instant before, List<EntryKind> kinds) {
        return jdbc.sql(sql)
                .param("kinds", kinds.stream().map(EntryKind::name).toList())
                .param("before", before.atOffset(ZoneOffset.UTC));
    }
}
