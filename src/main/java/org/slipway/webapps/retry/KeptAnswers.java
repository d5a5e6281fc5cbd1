package org.slipway.webapps.retry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.slipway.shared.WrongState;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The answers to commands that carried a key, by person and key, for a day. */
@Component
class KeptAnswers {

    static final Duration KEPT_FOR = Duration.ofHours(24);

    private static final int FORGOTTEN_AT_ONCE = 1000;
    private static final int MOST_ROUNDS = 100;

    private final JdbcClient jdbc;
    private final Clock clock;

    KeptAnswers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Takes the key for the running transaction. Who comes second waits until the first has committed or given up; if that
     * takes too long, he is refused with {@code request-in-progress}.
     *
     * @return whether the key was free; if not, this transaction is good for nothing any more
     */
    boolean take(Claim claim) {
        try {
            jdbc.sql(
                            "insert into webapps_answer (person, idempotency_key, fingerprint, claimed_at) values (?, ?, ?, ?)")
                    .params(claim.person(), claim.key(), claim.fingerprint(), now())
                    .update();
            return true;
        } catch (DuplicateKeyException answered) {
            return false;
        } catch (ConcurrencyFailureException | QueryTimeoutException stillRunning) {
            throw new WrongState("request-in-progress", null);
        }
    }

    /** Keeps the answer to a key that was taken in the same transaction. */
    void keep(Claim claim, KeptAnswer answer) {
        jdbc.sql("update webapps_answer set status = ?, content_type = ?, location = ?, entity_tag = ?, body = ?"
                        + " where person = ? and idempotency_key = ?")
                .params(
                        answer.status(),
                        answer.contentType(),
                        answer.location(),
                        answer.entityTag(),
                        answer.body(),
                        claim.person(),
                        claim.key())
                .update();
    }

    /** What was answered under this key; an answer whose day is over is forgotten on the way. */
    Optional<KeptAnswer> find(Claim claim) {
        Optional<KeptAnswer> kept = jdbc.sql("select * from webapps_answer where person = ? and idempotency_key = ?")
                .params(claim.person(), claim.key())
                .query(KeptAnswers::read)
                .optional();
        Instant over = clock.instant().minus(KEPT_FOR);
        if (kept.isPresent() && kept.get().claimedAt().isBefore(over)) {
            jdbc.sql("delete from webapps_answer where person = ? and idempotency_key = ? and claimed_at < ?")
                    .params(claim.person(), claim.key(), at(over))
                    .update();
            return Optional.empty();
        }
        return kept;
    }

    /** Forgets in small portions; nodes that do so at the same time find nothing left to do. */
    @Scheduled(cron = "0 7 * * * *")
    void forget() {
        OffsetDateTime over = at(clock.instant().minus(KEPT_FOR));
        for (int round = 1; round <= MOST_ROUNDS; round++) {
            int forgotten = jdbc.sql("delete from webapps_answer where (person, idempotency_key) in"
                            + " (select person, idempotency_key from webapps_answer where claimed_at < ?"
                            + " order by claimed_at fetch first " + FORGOTTEN_AT_ONCE + " rows only)")
                    .param(over)
                    .update();
            if (forgotten < FORGOTTEN_AT_ONCE) {
                return;
            }
        }
    }

    private OffsetDateTime now() {
        return at(clock.instant());
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static KeptAnswer read(ResultSet row, int number) throws SQLException {
        return new KeptAnswer(
                row.getString("fingerprint"),
                row.getObject("claimed_at", OffsetDateTime.class).toInstant(),
                row.getInt("status"),
                row.getString("content_type"),
                row.getString("location"),
                row.getString("entity_tag"),
                row.getString("body"));
    }
}
