package org.slipway.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.slipway.release.Chains;
import org.slipway.release.Chains.Unsealed;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Appends what has been committed to the one chain of seals, every second and on demand. Commands never wait for it: they
 * chain within their release, and what joins all releases happens afterwards, by one node at a time.
 */
@Component
class Sealing {

    private static final int MOST = 500;

    private record Pending(UUID id, String hash) {}

    private final Chains chains;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Sealing(Chains chains, JdbcClient jdbc, JdbcTemplate batches, TransactionTemplate transaction, Clock clock) {
        this.chains = chains;
        this.jdbc = jdbc;
        this.batches = batches;
        this.transaction =
                new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()), transaction);
        this.transaction.setPropagationBehavior(Propagation.REQUIRES_NEW.value());
        this.clock = clock;
    }

    @Scheduled(cron = "${slipway.audit.sealing:* * * * * *}")
    void sealWhatIsNew() {
        if (chains.isAnythingUnsealed() || isAnyEntryUnsealed()) {
            sealAll();
        }
    }

    /** Until nothing is left but what commands hold at this moment. */
    void sealAll() {
        while (Boolean.TRUE.equals(transaction.execute(status -> sealSome()))) {
            // As long as there was a whole batch, there may be more.
        }
    }

    private boolean sealSome() {
        Head head = Head.lock(jdbc);
        List<Unsealed> lines = chains.takeUnsealed(MOST);
        List<Pending> entries = pending();
        if (lines.isEmpty() && entries.isEmpty()) {
            return false;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Seal> seals = new ArrayList<>();
        for (Pending entry : entries) {
            Seal seal = Seal.next(head, now, null, null, null, entry.id(), entry.hash());
            seals.add(seal);
            head = seal.asHead();
        }
        for (Unsealed some : lines) {
            Seal seal = Seal.next(head, now, some.release(), some.first(), some.last(), null, some.hash());
            seals.add(seal);
            head = seal.asHead();
        }
        insert(seals);
        chains.markSealed(lines);
        markSealed(seals);
        head.save(jdbc);
        return lines.size() == MOST || entries.size() == MOST;
    }

    private boolean isAnyEntryUnsealed() {
        return !jdbc.sql("select id from audit_entry where position is null fetch first 1 rows only")
                .query(UUID.class)
                .list()
                .isEmpty();
    }

    private List<Pending> pending() {
        return jdbc.sql("select id, hash from audit_entry where position is null order by at, id fetch first " + MOST
                        + " rows only")
                .query((row, index) -> new Pending(row.getObject(1, UUID.class), row.getString(2)))
                .list();
    }

    private void insert(List<Seal> seals) {
        batches.batchUpdate(
                "insert into audit_seal"
                        + " (position, at, release_number, first_line, last_line, entry_id, content_hash, hash)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                seals.stream()
                        .map(seal -> new Object[] {
                            seal.position(),
                            seal.at().atOffset(ZoneOffset.UTC),
                            seal.release(),
                            seal.first(),
                            seal.last(),
                            seal.entry(),
                            seal.contentHash(),
                            seal.hash()
                        })
                        .toList());
    }

    private void markSealed(List<Seal> seals) {
        batches.batchUpdate(
                "update audit_entry set position = ? where id = ?",
                seals.stream()
                        .filter(seal -> seal.entry() != null)
                        .map(seal -> new Object[] {seal.position(), seal.entry()})
                        .toList());
    }
}
